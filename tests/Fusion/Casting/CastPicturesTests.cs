using System.Numerics;
using FaceFusion.Fusion.Casting;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Casting;

/// <summary>People in one picture, told by other photos of them.</summary>
public sealed class CastPicturesTests : IDisposable
{
    private const int Columns = 4, Rows = 2, Side = 300;

    // The first four are looked for, by their smiling photos; the starter never learnt any of them.
    private static readonly string[] Group = ["126", "141", "173", "131", "002", "135", "136", "138"];

    private readonly TemporaryFolder _folder = new();

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everybody_is_found_among_eight_and_nobody_is_taken_for_another(bool isStarter)
    {
        ModelLibrary models = isStarter ? Material.LibraryWithStarter(FaceNetwork.Recogniser, _folder) : Material.Library();
        FaceEngine engine = new(models);
        using ImageBuffer picture = Picture(Group);
        FrameView frame = new(picture.AsView(), NetworkSpace.Working, Premultiplied: false);
        Cast cast = new(Group[..4].Select(name => engine.LoadIdentity(SharedMaterial.Require($"pictures/london_smiling/{name}.jpg")).Embedding));

        IReadOnlyList<Face> faces = engine.FindFaces(frame);
        Assert.Equal(Group.Length, faces.Count);
        foreach (CastFace told in engine.Tell(frame, faces, cast))
        {
            Vector2 centre = told.Face.Detection.Box.Centre;
            int place = (int)(centre.X / Side) + Columns * (int)(centre.Y / Side);
            Assert.Equal(place < 4, told.Answer.IsPerson);
            if (place < 4)
                Assert.Equal(place, told.Answer.Person);
        }

        // The faces that are chosen for a render, in the cast's order, whichever of them is asked for first.
        IReadOnlyList<Face> chosen = engine.FindFaces(frame, new FaceSelection(FaceOrder.Person) { Cast = cast });
        Assert.Equal([0, 1, 2, 3], chosen.Select(face => (int)(face.Detection.Box.Centre.X / Side)));
        Assert.Equal(chosen.Select(face => face.Detection.Box), engine.Choose(frame, [.. faces.Reverse()], new FaceSelection(FaceOrder.Person) { Cast = cast }).Select(face => face.Detection.Box));
    }

    public void Dispose() => _folder.Dispose();

    private static ImageBuffer Picture(string[] people)
    {
        ImageBuffer picture = new(Columns * Side, Rows * Side);
        for (int i = 0; i < people.Length; i++)
        {
            using Still still = Material.Open(Material.London(people[i]));
            using ImageBuffer small = ImageBuffer.Uninitialized(Side, Side);
            AreaSampler.Sample(still.View, Affine2D.Scaling((float)still.Width / Side, (float)still.Height / Side), NetworkSpace.Working, false, small);
            PixelCopy.Copy(small.AsView(), picture.AsView().Crop(small.Bounds.Offset(i % Columns * Side, i / Columns * Side)));
        }

        return picture;
    }
}
