using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Resampling;

public class TensorCopyTests
{
    private const int Size = 24;

    private static readonly NetworkSpace Space = new(TransferCurve.SceneLinear, HighlightRollOff: true);
    private static readonly TensorFormat Format = TensorFormat.ImageNet;

    [Fact]
    public void A_sample_of_all_of_an_image_copies_it_bit_for_bit_and_is_the_same_sample() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        (SampleFormat format, PixelLayout layout) = HostImage.AllKinds().ElementAt(random.Next(16));
        int width = random.Next(1, 170), height = random.Next(1, 130);
        using HostImage source = new HostImage(width, height, format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed, most: 2);
        using var copy = new HostImage(width, height, format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0);
        double scale = Math.Max(width, height) / (double)Size;
        Affine2D map = Affine2D.Scaling(scale, scale);
        float[] expected = new float[3 * Size * Size], actual = new float[3 * Size * Size];
        AreaSampler.SampleTensor(source.View, map, Space, premultiplied: true, Format, Size, Size, expected, EdgeMode.Zero);

        bool isCopied = AreaSampler.TrySampleTensorCopying(source.View, map, Space, premultiplied: true, Format, Size, Size, actual, EdgeMode.Zero, copy.View);
        Assert.True(isCopied);
        Assert.Equal(expected, actual);
        for (int y = 0; y < height; y++)
            Assert.True(source.View.RowSpan(y).SequenceEqual(copy.View.RowSpan(y)), $"seed {seed}, row {y}");
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_done_where_rows_are_left_out_or_the_copy_is_of_another_kind()
    {
        using HostImage source = new HostImage(80, 60, SampleFormat.Float32, PixelLayout.Rgba).Randomise(1);
        using var copy = new HostImage(80, 60, SampleFormat.Float32, PixelLayout.Rgba);
        using var small = new HostImage(80, 59, SampleFormat.Float32, PixelLayout.Rgba);
        using var bytes = new HostImage(80, 60, SampleFormat.UInt8, PixelLayout.Rgba);
        Affine2D all = Affine2D.Scaling(80.0 / Size, 80.0 / Size), part = all.Then(Affine2D.Translation(0, 25));
        foreach ((Affine2D map, HostImage to) in ((Affine2D, HostImage)[])[(part, copy), (all, small), (all, bytes)])
        {
            float[] tensor = new float[3 * Size * Size];
            byte[] before = to.Bytes.ToArray();
            Assert.False(AreaSampler.TrySampleTensorCopying(source.View, map, Space, premultiplied: false, Format, Size, Size, tensor, EdgeMode.Zero, to.View));
            Assert.All(tensor, value => Assert.Equal(0, value));
            Assert.True(to.Bytes.SequenceEqual(before));
        }
    }

    [Fact]
    public void Any_number_of_threads_copies_the_same()
    {
        using HostImage source = new HostImage(700, 500, SampleFormat.Float16, PixelLayout.Rgba).Randomise(3);
        float[] tensor = new float[3 * Size * Size];
        foreach (int threads in (int[])[1, 2, 5])
        {
            using var copy = new HostImage(700, 500, SampleFormat.Float16, PixelLayout.Rgba, RowOrder.BottomUpPadded);
            Threads.With(threads, () => Assert.True(AreaSampler.TrySampleTensorCopying(
                source.View, Affine2D.Scaling(700.0 / Size, 700.0 / Size), Space, premultiplied: true, Format, Size, Size, tensor, EdgeMode.Zero, copy.View)));
            for (int y = 0; y < 500; y++)
                Assert.True(source.View.RowSpan(y).SequenceEqual(copy.View.RowSpan(y)));
        }
    }
}
