using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Pixels;

/// <summary>
/// Every operation that is given a host's memory, on memory between two pages that may not be touched, in every format
/// and order of rows, with faces where faces give trouble: a read or write beyond the image ends the test run.
/// </summary>
public class GuardedViewTests
{
    private const int Width = 37, Height = 29, Side = 24;

    private static readonly NetworkSpace Scene = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    public static TheoryData<string> Places =>
    [
        "inside", "at the left", "at the lower right corner", "larger than the frame", "six pixels small", "smaller than a pixel",
        "outside", "far outside", "flat", "nowhere", "mirrored",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_crop_comes_and_goes_back_without_touching_other_memory(string place)
    {
        Affine2D map = Map(place);
        foreach (HostImage image in Images())
        {
            using (image)
            {
                using ImageBuffer crop = new(Side, Side), result = TestBuffers.Random(Side, Side, 2);
                using Plane matte = TestBuffers.RandomPlane(Side, Side, 3);
                float[] tensor = new float[3 * Side * Side];
                foreach (EdgeMode outside in Enum.GetValues<EdgeMode>())
                {
                    AreaSampler.Sample(image.View, map, Scene, premultiplied: true, crop, outside);
                    AreaSampler.SampleTensor(image.View, map, Scene, premultiplied: true, TensorFormat.UnitRgb, Side, Side, tensor, outside);
                }

                foreach (Vector4 pixel in crop.Pixels)
                    Assert.True(float.IsFinite(pixel.X + pixel.Y + pixel.Z + pixel.W), $"{place}: {pixel}");
                Assert.All(tensor, value => Assert.InRange(value, 0, 1));
                CropPaste.Apply(image.View, image.View.Bounds, new ChangedCrop(map, crop, result, matte, 1, Scene), premultiplied: true);
                CropPaste.Apply(image.View, new RectI(-100, -100, 100, 100), new ChangedCrop(map, crop, result, matte, 1, Scene), premultiplied: false);
            }
        }
    }

    [Theory]
    [InlineData(5, 4, 20, 17)]
    [InlineData(-9, 3, 6, 40)]
    [InlineData(30, 22, 50, 50)]
    [InlineData(-20, -20, 60, 60)]
    [InlineData(12, 9, 18, 15)]
    [InlineData(40, 2, 55, 9)]
    [InlineData(3, -40, 9, -30)]
    [InlineData(8, 8, 8, 8)]
    public void A_region_is_read_written_and_pasted_without_touching_other_memory(int x1, int y1, int x2, int y2)
    {
        var region = new RectI(x1, y1, x2, y2);
        foreach (HostImage image in Images())
        {
            using (image)
            {
                using HostImage layer = new HostImage(Width, Height, image.View.Format, image.View.Layout, RowOrder.BottomUpPadded, atEnd: false);
                using ImageBuffer original = new(region.Width, region.Height);
                using ImageBuffer result = TestBuffers.Random(region.Width, region.Height, 5);
                using Plane matte = new(region.Width, region.Height);
                PixelReader.Read(image.View, region, Scene, premultiplied: true, original);
                foreach (MatteChannel channel in Enum.GetValues<MatteChannel>())
                    PixelReader.ReadMatte(image.View, region, channel, matte);
                matte.Fill(0.5f);

                var face = new FaceResidual(region, original, result, matte, 1, Scene);
                ResidualPaste.Composite(image.View, layer.View, layer.View.Bounds, face, premultiplied: true);
                RectI inside = region.Intersect(image.View.Bounds);
                using ImageBuffer part = new(inside.Width, inside.Height);
                using Plane partMatte = new(inside.Width, inside.Height);
                LayerWriter.AddFace(image.View, inside, face, premultiplied: true, part, partMatte);
                LayerWriter.Write(result, region, layer.View);
                LayerWriter.Write(matte, region, layer.View);
                PixelWriter.Write(result, region, Scene, premultiplied: true, layer.View);
                PixelCopy.Copy(image.View.Crop(region), layer.View.Crop(region));
                MissingPixels.Mark(image.View, inside, -0.5f, true, part);
            }
        }
    }

    private static IEnumerable<HostImage> Images() =>
        from kind in HostImage.AllKinds()
        from order in Enum.GetValues<RowOrder>()
        select new HostImage(Width, Height, kind.Format, kind.Layout, order, atEnd: order is RowOrder.TopDown or RowOrder.BottomUpPadded).Randomise(1);

    // From the crop to the frame.
    private static Affine2D Map(string place) => place switch
    {
        "inside" => Affine2D.Similarity(0.7, 0.3, 12, 5),
        "at the left" => Affine2D.Similarity(0.9, 0.2, -11, 6),
        "at the lower right corner" => Affine2D.Similarity(1, -0.3, 26, 22),
        "larger than the frame" => Affine2D.Similarity(9, 0.1, -80, -90),
        "six pixels small" => Affine2D.Similarity(6.0 / Side, 0.4, 33, 24),
        "smaller than a pixel" => Affine2D.Similarity(0.5 / Side, 0, 36.6, 28.6),
        "outside" => Affine2D.Similarity(0.5, 0, 38, 3),
        "far outside" => Affine2D.Translation(1e9, -1e9),
        "flat" => new Affine2D(1, 2, 3, 0.5, 1, 4),
        "nowhere" => new Affine2D(0, 0, 5, 0, 0, 5),
        _ => new Affine2D(-1, 0, 30, 0, 1, 2),
    };
}
