using System.Numerics;
using FaceFusion.Host.Clips;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>Where the matte is 0 the output is the input, bit for bit; where it is not, there is another face.</summary>
[Collection(BundleCollection.Name)]
public sealed class PlatePreservationTests(BuiltBundle bundle)
{
    [SkippableTheory]
    [InlineData(BitDepth.Byte, PixelComponents.Rgba, RowOrder.BottomUp, 0)]
    [InlineData(BitDepth.Byte, PixelComponents.Rgb, RowOrder.TopDown, 5)]
    [InlineData(BitDepth.Short, PixelComponents.Rgba, RowOrder.TopDown, 0)]
    [InlineData(BitDepth.Short, PixelComponents.Rgb, RowOrder.BottomUp, 6)]
    [InlineData(BitDepth.Half, PixelComponents.Rgba, RowOrder.TopDown, 64)]
    [InlineData(BitDepth.Half, PixelComponents.Rgb, RowOrder.BottomUp, 0)]
    [InlineData(BitDepth.Float, PixelComponents.Rgba, RowOrder.BottomUp, 16)]
    [InlineData(BitDepth.Float, PixelComponents.Rgb, RowOrder.TopDown, 0)]
    public void Pixels_outside_the_matte_keep_their_bits(BitDepth depth, PixelComponents components, RowOrder order, int padding)
    {
        using HostImage plate = Plates.Load(Plates.Person, depth, components, order, padding);
        using Shot shot = new(bundle, plate, Plates.Identity, "srgb_display");
        CheckComposite(shot, plate);
    }

    [SkippableTheory]
    [InlineData(BitDepth.Float)]
    [InlineData(BitDepth.Half)]
    public void A_scene_linear_plate_keeps_what_is_outside_zero_and_one(BitDepth depth)
    {
        using HostImage plate = SceneLinear(depth);
        using Shot shot = new(bundle, plate, Plates.Identity, "lin_rec709_srgb");
        CheckComposite(shot, plate);
    }

    [SkippableFact]
    public void Mix_zero_is_the_plate()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        shot.Instance.Params["mix"].Set(0.0);
        using HostImage result = shot.Render();
        Assert.Equal(plate.Height, CountEqualRows(plate, result));
    }

    [SkippableFact]
    public void A_frame_without_a_face_passes_through_and_has_an_empty_matte()
    {
        using HostImage plate = Plates.Blank(320, 240, BitDepth.Float, PixelComponents.Rgba);
        PixelView view = Plates.View(plate);
        for (int y = 0; y < view.Height; y++)
        {
            Span<float> row = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(view.RowSpan(y));
            for (int i = 0; i < row.Length; i++)
                row[i] = (i * 7 + y * 3) % 251 / 250f;
        }

        using Shot shot = new(bundle, plate, Plates.Identity);
        using HostImage result = shot.Render();
        using HostImage matte = shot.Render("Matte");
        Assert.Equal(plate.Height, CountEqualRows(plate, result));
        for (int y = 0; y < matte.Height; y++)
            Assert.False(matte.Row(y).ContainsAnyExcept((byte)0));
    }

    // Highlights of 40, a negative patch and a not-a-number pixel in the corners, away from the face.
    private static HostImage SceneLinear(BitDepth depth)
    {
        using HostImage display = Plates.Load(Plates.Person, BitDepth.Float);
        using ImageBuffer light = new(display.Width, display.Height);
        NetworkSpace linear = new(TransferCurve.SceneLinear, HighlightRollOff: false);
        PixelReader.Read(Plates.View(display), Plates.View(display).Bounds, new(TransferCurve.Display, false), premultiplied: false, light);
        for (int y = 0; y < light.Height; y++)
        {
            Span<Vector4> row = light.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = linear.Decode(row[x]);
            if (y < 20)
            {
                row[..20].Fill(new Vector4(40, 12.5f, 3, 1));
                row[^20..].Fill(new Vector4(-0.25f, -0.01f, -4, 1));
            }
        }

        light.Row(light.Height - 1)[0] = new Vector4(float.NaN, float.PositiveInfinity, 0.5f, 1);
        HostImage plate = Plates.Blank(light.Width, light.Height, depth, PixelComponents.Rgba);
        PixelCopy.Copy(light.AsView(), Plates.View(plate));
        return plate;
    }

    private static void CheckComposite(Shot shot, HostImage plate)
    {
        using HostImage composite = shot.Render();
        using HostImage matte = shot.Render("Matte"), faceMatte = shot.Render("Face matte");
        int inside = 0, changedInside = 0;
        for (int y = plate.Bounds.y1; y < plate.Bounds.y2; y++)
        {
            ReadOnlySpan<byte> before = plate.Row(y), after = composite.Row(y), shown = matte.Row(y), face = faceMatte.Row(y);
            for (int x = 0; x < plate.Width; x++)
            {
                bool same = Pixel(before, x, plate).SequenceEqual(Pixel(after, x, composite));
                bool isFace = Pixel(face, x, faceMatte).ContainsAnyExcept((byte)0);
                if (!Pixel(shown, x, matte).ContainsAnyExcept((byte)0))
                {
                    Assert.False(isFace, $"The pixel ({x}, {y}) is the face's, but not the matte's.");
                    Assert.True(same, $"The pixel ({x}, {y}) changed although the matte is 0 there.");
                    continue;
                }

                inside += isFace ? 1 : 0;
                changedInside += isFace && !same ? 1 : 0;
            }
        }

        Assert.InRange(inside, 0.05 * plate.Width * plate.Height, 0.5 * plate.Width * plate.Height);
        Assert.InRange(changedInside, 0.8 * inside, inside);
    }

    private static ReadOnlySpan<byte> Pixel(ReadOnlySpan<byte> row, int x, HostImage image) =>
        row.Slice(x * image.BytesPerPixel, image.BytesPerPixel);

    private static int CountEqualRows(HostImage a, HostImage b)
    {
        int equal = 0;
        for (int y = a.Bounds.y1; y < a.Bounds.y2; y++)
            equal += a.Row(y).SequenceEqual(b.Row(y)) ? 1 : 0;
        return equal;
    }
}
