using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Tests.Frames;

public sealed class FrameCopyTests : IDisposable
{
    private const int Size = 32;

    private readonly ImageBuffer _plate = new(200, 120), _other = new(200, 120), _output = new(200, 120);

    public FrameCopyTests()
    {
        var random = new Random(5);
        foreach (ref Vector4 pixel in _plate.Pixels)
            pixel = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), 1);
    }

    [Fact]
    public void A_look_at_the_whole_frame_makes_the_copy_and_finishing_makes_no_other()
    {
        FrameCopy copy = new(_plate.AsView(), _output.AsView());
        Look(_plate, copy, 200.0 / Size);
        Assert.Equal(_plate.Pixels, _output.Pixels);

        _output.Pixels.Clear();
        copy.Finish();
        Look(_plate, copy, 200.0 / Size);
        Assert.Equal(Vector4.Zero, _output.Pixels[0]);
    }

    [Theory]
    [InlineData(true, 1.0)]
    [InlineData(false, 200.0 / Size)]
    public void A_look_at_a_part_or_at_another_picture_copies_nothing_until_it_is_finished(bool isPlate, double scale)
    {
        FrameCopy copy = new(_plate.AsView(), _output.AsView());
        Look(isPlate ? _plate : _other, copy, scale);
        Assert.Equal(Vector4.Zero, _output.Pixels[0]);
        copy.Finish();
        Assert.Equal(_plate.Pixels, _output.Pixels);
    }

    [Fact]
    public void The_look_itself_is_the_same()
    {
        Assert.Equal(Look(_plate, null, 200.0 / Size), Look(_plate, new FrameCopy(_plate.AsView(), _output.AsView()), 200.0 / Size));
    }

    public void Dispose()
    {
        _plate.Dispose();
        _other.Dispose();
        _output.Dispose();
    }

    private static float[] Look(ImageBuffer picture, FrameCopy? copy, double scale)
    {
        float[] planes = new float[3 * Size * Size];
        FrameView frame = new(picture.AsView(), NetworkSpace.Working, Premultiplied: true) { Copy = copy };
        frame.SampleOverview(Affine2D.Scaling(scale, scale), TensorFormat.ImageNet, Size, Size, planes);
        return planes;
    }
}
