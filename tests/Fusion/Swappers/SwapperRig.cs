using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Inference.Models;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Swappers;

/// <summary>
/// A made-up plate with a tilted face, an identity of one colour and a folder of small networks whose arithmetic is known,
/// run through the engine as any other.
/// </summary>
internal sealed class SwapperRig : IDisposable
{
    public const int Width = 420, Height = 400;

    private const double Tilt = 0.2;

    private readonly TemporaryFolder _folder = new();
    private readonly ImageBuffer _plate = new(Width, Height);

    public SwapperRig(float interOcular = 80)
    {
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                _plate.Row(y)[x] = Plate(new Vector2(x + 0.5f, y + 0.5f));
        }

        FaceMesh mesh = Mesh(interOcular, Tilt, new Vector2(211.3f, 190.7f));
        Face = new Face(new DetectedFace(mesh.Bounds, 1, mesh.FivePoints()), mesh, HeadPose.Fit(mesh));
        Write("arcface_w600k_r50.onnx", ArcFace());
    }

    public FrameView Frame => new(_plate.AsView(), NetworkSpace.Working, Premultiplied: false);

    public Face Face { get; }

    /// <summary>The colour of the identity's picture.</summary>
    public static Vector3 IdentityColour { get; } = new(0.7f, 0.45f, 0.3f);

    /// <summary>The plate's colour at a place.</summary>
    public static Vector4 Plate(Vector2 place) =>
        new(0.35f + (0.2f * place.X / Width), 0.35f + (0.2f * place.Y / Height), 0.5f - (0.15f * place.X / Width), 1);

    /// <summary>Who is to be seen.</summary>
    public static IdentityPortrait Identity(Vector3? colour = null)
    {
        ImageBuffer image = new(240, 280);
        image.Fill(new Vector4(colour ?? IdentityColour, 1));
        return new IdentityPortrait(image, Mesh(60, 0, new Vector2(120, 120)), new FaceEmbedding([1, 2, 3]), []);
    }

    /// <summary>ArcFace as the small network has it: of a picture's mean colour, normalised.</summary>
    public static float[] Embedding(Vector3 meanColour)
    {
        Vector3 taken = (2 * meanColour) - Vector3.One;
        return new FaceEmbedding([.. Enumerable.Range(0, 512).Select(i => taken.X * Weight(0, i) + taken.Y * Weight(1, i) + taken.Z * Weight(2, i))]).Values.ToArray();
    }

    /// <summary>Puts a file into the models folder.</summary>
    public void Write(string name, OnnxGraph graph) => File.WriteAllBytes(_folder.File(name), graph.ToArray());

    public string PathOf(string name) => _folder.File(name);

    public FaceEngine Engine() => new(new ModelLibrary([_folder.Path], ModelManifest.BuiltIn));

    /// <summary>Swaps the face without matching anything to the plate.</summary>
    public SwappedFace Swap(NetworkOptions network, FaceIdentity? identity = null) =>
        Engine().Swap(Frame, Face, identity ?? Identity(), new SwapOptions { Network = network, Colour = ColourMethod.Off, Grain = 0, Sharpness = 0 })!;

    /// <summary>Where a place of the raster lies in a template's crop: the least-squares similarity, by complex numbers.</summary>
    public Vector2 InCrop(Vector2[] template, int side, Vector2 place)
    {
        Complex[] from = [.. Face.Mesh.FivePoints().Select(point => new Complex(point.X, point.Y))];
        Complex[] to = [.. template.Select(point => new Complex(point.X * side, point.Y * side))];
        Complex fromMean = from.Aggregate(Complex.Add) / 5, toMean = to.Aggregate(Complex.Add) / 5;
        Complex turn = from.Zip(to, (p, q) => (q - toMean) * Complex.Conjugate(p - fromMean)).Aggregate(Complex.Add)
            / from.Sum(p => (p - fromMean).Magnitude * (p - fromMean).Magnitude);
        Complex mapped = toMean + (turn * (new Complex(place.X, place.Y) - fromMean));
        return new Vector2((float)mapped.Real, (float)mapped.Imaginary);
    }

    /// <summary>Compares a swapped face inside the middle of the crop with what is expected at each place.</summary>
    public void Expect(SwappedFace swapped, Vector2[] template, int side, Func<Vector2, Vector2, Vector3> expected, float tolerance)
    {
        int compared = 0;
        RectI region = swapped.Region;
        for (int y = region.Y1; y < region.Y2; y += 7)
        {
            for (int x = region.X1; x < region.X2; x += 7)
            {
                Vector2 place = new(x + 0.5f, y + 0.5f), inCrop = InCrop(template, side, place);
                if (Math.Min(Math.Min(inCrop.X, inCrop.Y), Math.Min(side - inCrop.X, side - inCrop.Y)) < 0.1f * side)
                    continue;
                Vector3 difference = swapped.Result.Row(y - region.Y1)[x - region.X1].AsVector3() - expected(place, inCrop);
                Assert.True(difference.Length() < tolerance, $"off by {difference} at {place}, {inCrop} in the crop");
                compared++;
            }
        }

        Assert.True(compared > 300, $"only {compared} places lie in the crop");
    }

    public void Dispose()
    {
        _plate.Dispose();
        _folder.Dispose();
    }

    private static FaceMesh Mesh(float interOcular, double tilt, Vector2 centre)
    {
        Matrix3x2 turn = Matrix3x2.CreateScale(interOcular) * Matrix3x2.CreateRotation((float)tilt) * Matrix3x2.CreateTranslation(centre);
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
        {
            Vector3 point = CanonicalFace.Points[i];
            points[i] = new Vector3(Vector2.Transform(new Vector2(point.X, point.Y), turn), interOcular * point.Z);
        }

        return new FaceMesh(points, 1);
    }

    private static float Weight(int colour, int index) => MathF.Sin(1 + (37 * colour) + (0.7f * index * (colour + 1)));

    private static OnnxGraph ArcFace() => new OnnxGraph()
        .Input("input", 1, 3, 112, 112).Output("embedding", 1, 512)
        .Constant("shape", [2], 1L, 3L)
        .Constant("weights", [3, 512], [.. Enumerable.Range(0, 3 * 512).Select(i => Weight(i / 512, i % 512))])
        .Node("ReduceMean", ["input"], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 1))
        .Node("Reshape", ["mean", "shape"], "colour")
        .Node("MatMul", ["colour", "weights"], "embedding");
}
