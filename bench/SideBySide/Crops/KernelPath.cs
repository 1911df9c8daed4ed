using System.Diagnostics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.SideBySide.Crops;

/// <summary>The way from frame to crop and back with the kernels: float RGBA, area-filtered crop, bicubic residual.</summary>
internal sealed class KernelPath : IDisposable
{
    private static readonly NetworkSpace Display = new(TransferCurve.Display, HighlightRollOff: false);

    private readonly CropScene _scene;
    private readonly ImageBuffer _crop;
    private readonly Plane _matte;

    public KernelPath(CropScene scene)
    {
        _scene = scene;
        _crop = new ImageBuffer(scene.Side, scene.Side);
        _matte = new Plane(scene.Side, scene.Side);
        Output = new ImageBuffer(scene.Size.Width, scene.Size.Height);
    }

    /// <summary>The last run's frame.</summary>
    public ImageBuffer Output { get; }

    /// <summary>Goes the way once; the copy of the frame is not timed.</summary>
    public StageTimes Run()
    {
        PixelCopy.Copy(_scene.Plate.AsView(), Output.AsView());

        long start = Stopwatch.GetTimestamp();
        AreaSampler.Sample(_scene.Plate.AsView(), _scene.ToFrame, Display, premultiplied: false, _crop);
        long cropped = Stopwatch.GetTimestamp();
        FillMatte();
        long masked = Stopwatch.GetTimestamp();
        var changed = new ChangedCrop(_scene.ToFrame, _crop, _scene.Result, _matte, 1, Display);
        CropPaste.Apply(Output.AsView(), Output.Bounds, changed, premultiplied: false);
        long pasted = Stopwatch.GetTimestamp();
        return new StageTimes(Milliseconds(start, cropped), Milliseconds(cropped, masked), Milliseconds(masked, pasted));
    }

    public void Dispose()
    {
        _crop.Dispose();
        _matte.Dispose();
        Output.Dispose();
    }

    // FaceFusion's box mask: half of the blur on either side of its border's edge. Ours ends at the crop's side.
    private void FillMatte()
    {
        int amount = (int)(_scene.Side * 0.5 * CropScene.Blur), border = Math.Max(amount / 2, 1);
        SoftBox.Fill(border, border, _scene.Side - border, _scene.Side - border, amount * 0.25f, _matte);
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
