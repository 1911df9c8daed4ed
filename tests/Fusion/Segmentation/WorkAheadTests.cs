using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Tests.Segmentation;

public class WorkAheadTests
{
    private static readonly FaceCrop Square = new(new Vector2(100, 80), 60, 0.1);

    [SkippableFact]
    public void A_swap_is_the_same_whether_or_not_its_picture_was_sampled_ahead()
    {
        FaceEngine engine = Material.Engine();
        using Still target = Material.Open(Material.London("022"));
        FaceSelection largest = new(FaceOrder.Largest);
        IReadOnlyList<DetectedFace> seen = engine.Detect(target.Frame, largest.Goal);
        Face face = engine.Locate(target.Frame, seen, largest)[0];
        FaceIdentity identity = engine.LoadIdentity(Material.Composite("m_easian"));
        using SwappedFace expected = engine.Swap(target.Frame, face, identity, new SwapOptions())!;

        using DecodedFrame decoded = new(target.Frame);
        using WorkAhead ahead = new();
        FrameView near = target.Frame with { Decoded = decoded, Ahead = ahead };
        Face again = engine.Locate(near, seen, largest)[0];
        using SwappedFace actual = engine.Swap(near, again, identity, new SwapOptions())!;
        Assert.Equal(face.Mesh.Points.ToArray(), again.Mesh.Points.ToArray());
        Assert.True(MemoryExtensions.SequenceEqual(expected.Result.Pixels, actual.Result.Pixels));
        Assert.True(expected.Matte.Values.SequenceEqual(actual.Matte.Values));

        // The swap has taken it.
        Assert.Null(ahead.TryTake<SkinHairCrop>(SkinHairSegmenter.SquareOf(again.Mesh)));
    }

    [Fact]
    public void A_crop_is_given_once_and_for_its_own_square_alone()
    {
        using ImageBuffer frame = Picture();
        FrameView view = new(frame.AsView(), NetworkSpace.Working, Premultiplied: false);
        using WorkAhead ahead = new();
        ahead.Begin(Square, () => new SkinHairCrop(view, Square));
        ahead.Begin(Square with { Side = 61 }, () => new SkinHairCrop(view, Square with { Side = 61 }));
        ahead.Finish();
        Assert.Null(ahead.TryTake<SkinHairCrop>(Square with { Angle = 0 }));
        using SkinHairCrop? crop = ahead.TryTake<SkinHairCrop>(Square);
        using SkinHairCrop expected = new(view, Square);
        Assert.NotNull(crop);
        Assert.Equal(expected.GridToRaster, crop.GridToRaster);
        Assert.True(expected.Input.AsSpan<float>().SequenceEqual(crop.Input.AsSpan<float>()));
        Assert.True(expected.Lightness.Values.SequenceEqual(crop.Lightness.Values));
        Assert.Null(ahead.TryTake<SkinHairCrop>(Square));
    }

    [Fact]
    public void The_exposure_is_that_of_the_face_s_middle()
    {
        // A face of a thirtieth of the light of what is around it.
        using ImageBuffer frame = Picture();
        for (int y = 0; y < frame.Height; y++)
        {
            for (int x = 0; x < frame.Width; x++)
            {
                float near = Vector2.Distance(new Vector2(x, y), Square.Centre) < Square.Side / 3 ? 0.1f : 0.6f;
                frame.Row(y)[x] = new Vector4(near, near, near, 1);
            }
        }

        using SkinHairCrop crop = new(new FrameView(frame.AsView(), NetworkSpace.Working, Premultiplied: false), Square);

        // The darkest face there is has a luminance of 0.06, which is 0.272 in the working space.
        const int middle = SkinHairCrop.Side / 2;
        Assert.Equal(0.272f, crop.Lightness.Row(middle)[middle], 0.005f);
        Assert.Equal(1, crop.Lightness.Row(middle)[4]);
    }

    private static ImageBuffer Picture()
    {
        ImageBuffer picture = new(200, 160);
        for (int i = 0; i < picture.Length; i++)
            picture.Pixels[i] = new Vector4(0.3f + (0.001f * (i % 200)), 0.5f, 0.4f + (0.002f * (i / 200)), 1);
        return picture;
    }
}
