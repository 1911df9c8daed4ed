using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Machine;

/// <summary>Every kind of pixel work once, on memory that is there already: what a frame costs a process, and its bits.</summary>
internal sealed class KernelRound : IDisposable
{
    private const int Side = 48;

    private static readonly double[] Scales = [0.6, 1.4, 2.6, 6.2], Turns = [0, 0.4];
    private static readonly float[] Sigmas = [0.8f, 9];
    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    private readonly ImageBuffer _frame = TestBuffers.Random(101, 83, 1, high: 1.5f);
    private readonly ImageBuffer _output = new(101, 83);
    private readonly ImageBuffer _crop = new(Side, Side);
    private readonly ImageBuffer _result = TestBuffers.Random(Side, Side, 2);
    private readonly ImageBuffer _small = new(17, 13);
    private readonly ImageBuffer _places = TestBuffers.Random(Side, Side, 3, low: -3, high: 90);
    private readonly Plane _matte = new(Side, Side);
    private readonly Plane _plane = new(Side, Side);
    private readonly Plane _distance = new(Side, Side);
    private readonly PlanarPicture _picture;
    private readonly float[] _tensor = new float[3 * Side * Side];

    public KernelRound() => _picture = new PlanarPicture(_frame.AsView(), Affine2D.Similarity(1.3, 0, -20, 9), Scene, premultiplied: true, TensorFormat.UnitRgb, 2 * Side, Side + 7);

    /// <summary>Does all of it; the buffers hold the results.</summary>
    /// <param name="see">Sees each result.</param>
    public void Run(Action<ReadOnlySpan<byte>>? see = null)
    {
        PixelView plate = _frame.AsView(), output = _output.AsView();
        foreach (double scale in Scales)
        {
            foreach (double turn in Turns)
            {
                var map = Affine2D.Similarity(scale, turn, -8.3, 4.1);
                AreaSampler.Sample(plate, map, Scene, premultiplied: true, _crop);
                AreaSampler.SampleTensor(plate, map, Scene, premultiplied: false, TensorFormat.UnitRgb, Side, Side, _tensor, EdgeMode.Zero);
                SoftBox.Fill(6.3, 7, 41, 40.5, 3, _matte);
                PixelCopy.Copy(plate, output);
                CropPaste.Apply(output, _output.Bounds, new ChangedCrop(map, _crop, _result, _matte, 0.9f, Scene), premultiplied: true);
                See(see, _crop.Pixels);
                See<float>(see, _tensor);
                See(see, _output.Pixels);
            }
        }

        _picture.Copy(new RectI(11, 7, 11 + Side, 7 + Side), _tensor);
        See<float>(see, _tensor);
        var face = new RectI(20, 10, 20 + Side, 10 + Side);
        PixelReader.Read(plate, face, Scene, premultiplied: true, _crop);
        ResidualPaste.Composite(plate, output, _output.Bounds, new FaceResidual(face, _crop, _result, _matte, 0.7f, Scene), premultiplied: false);
        See(see, _output.Pixels);
        PixelWriter.Write(_result, face, Scene, premultiplied: true, output);
        See(see, _output.Pixels);
        foreach (float sigma in Sigmas)
        {
            GaussianBlur.Apply(_result, sigma, _crop);
            GaussianBlur.Apply(_matte, sigma, _plane, EdgeMode.Zero);
            See(see, _crop.Pixels);
            See(see, _plane.Values);
        }

        DistanceTransform.Inside(_matte, _distance);
        DirectionalFeather.Apply(_distance, Affine2D.Similarity(0.04, 0.1, -1, -1), new FeatherWidths(3, 5, 7, 9), _plane);
        See(see, _plane.Values);
        Lab.FromWorking(_result, _crop);
        See(see, _crop.Pixels);
        Lab.ToWorking(_crop, _crop);
        See(see, _crop.Pixels);
        HistogramMatch.Apply(_result, _crop, _matte, new Vector4(-0.5f), new Vector4(1.5f), _crop);
        See(see, _crop.Pixels);
        Resize.Area(_frame, _small);
        See(see, _small.Pixels);
        LuminanceRoots.Fill(_result, _matte, _plane);
        See(see, _plane.Values);
        See(see, (ReadOnlySpan<double>)[LuminanceRoots.Mean(_plane, _matte, _matte, 0.6f)]);
        See(see, (ReadOnlySpan<Vector4>)[BandContrast.Measure(_result, _crop, _matte, 1.5f)]);
        HysteresisThreshold.Apply(_plane, 0.5f, 0.7f, _matte, 2, 40, _distance);
        See(see, _distance.Values);
        MapSampler.Sample(_frame, _places, _matte, _crop);
        See(see, _crop.Pixels);
    }

    /// <summary>A hash over all results.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Run(bytes => hash.AppendData(bytes));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public void Dispose()
    {
        _picture.Dispose();
        _frame.Dispose();
        _output.Dispose();
        _crop.Dispose();
        _result.Dispose();
        _small.Dispose();
        _places.Dispose();
        _matte.Dispose();
        _plane.Dispose();
        _distance.Dispose();
    }

    private static void See<T>(Action<ReadOnlySpan<byte>>? see, ReadOnlySpan<T> values)
        where T : unmanaged => see?.Invoke(MemoryMarshal.AsBytes(values));

    private static void See<T>(Action<ReadOnlySpan<byte>>? see, Span<T> values)
        where T : unmanaged => see?.Invoke(MemoryMarshal.AsBytes(values));
}
