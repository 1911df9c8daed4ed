using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>What a compositor goes on with: layers, mattes, windows, the choice of face.</summary>
[Collection(BundleCollection.Name)]
public sealed class LayerTests(BuiltBundle bundle)
{
    [SkippableFact]
    public void The_face_layer_over_the_plate_is_the_composite()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        using HostImage composite = shot.Render();
        using HostImage layer = shot.Render("Face layer");
        for (int y = 0; y < plate.Height; y++)
        {
            ReadOnlySpan<float> below = plate.Row<float>(y), over = layer.Row<float>(y), expected = composite.Row<float>(y);
            for (int i = 0; i < expected.Length; i++)
            {
                float alpha = over[(i & ~3) + 3];
                if ((i & 3) != 3)
                    Assert.Equal(expected[i], over[i] + below[i] * (1 - alpha), 2e-6);
            }
        }
    }

    [SkippableFact]
    public void A_window_holds_what_the_whole_frame_holds_there()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        foreach (string output in (string[])["Composite", "Face layer", "Matte", "Face matte", "Debug", "Patch", "ST map", "Inverse ST map"])
        {
            using HostImage whole = shot.Render(output);
            OfxRectI window = new() { x1 = 201, y1 = 157, x2 = 388, y2 = 402 };
            using HostImage part = new(window, BitDepth.Float, PixelComponents.Rgba) { Premultiplication = Premultiplication.Premultiplied };
            Assert.True(shot.TryRender(output, window, part).Succeeded);
            for (int y = window.y1; y < window.y2; y++)
                Assert.True(whole.Row(y).Slice(window.x1 * 16, (window.x2 - window.x1) * 16).SequenceEqual(part.Row(y)), $"{output}, row {y}");
        }
    }

    [SkippableFact]
    public void An_ST_map_asks_for_floats_whatever_the_plate_is()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using Shot shot = new(bundle, plate, Plates.Identity);
        foreach (string output in (string[])["ST map", "Inverse ST map"])
        {
            shot.Instance.Params["output"].Parse(output);
            Assert.Equal(BitDepth.Float, shot.Instance.ClipPreferences.Clips["Output"].Depth);
            using HostImage floats = Plates.Blank(plate.Width, plate.Height, BitDepth.Float, PixelComponents.Rgba);
            Assert.True(shot.TryRender(output, floats.Bounds, floats).Succeeded);
        }
    }

    [SkippableFact]
    public void The_matte_clip_holds_the_swap_out()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        using HostImage unrestricted = shot.Render("Matte");

        using HostImage left = Plates.Blank(plate.Width, plate.Height, BitDepth.Float, PixelComponents.Alpha);
        for (int y = 0; y < left.Height; y++)
            left.Row<float>(y)[..(left.Width / 2)].Fill(1);
        shot.Connect("Matte", left);
        using HostImage shown = shot.Render("Matte");
        shot.Instance.Params["invertMatte"].Set(true);
        using HostImage inverted = shot.Render("Matte");

        int half = plate.Width / 2 * 4;
        for (int y = 0; y < plate.Height; y++)
        {
            ReadOnlySpan<float> all = unrestricted.Row<float>(y);
            Assert.True(shown.Row<float>(y)[..half].SequenceEqual(all[..half]));
            Assert.True(inverted.Row<float>(y)[half..].SequenceEqual(all[half..]));
            Assert.False(shown.Row<float>(y)[half..].ContainsAnyExcept(0f));
            Assert.False(inverted.Row<float>(y)[..half].ContainsAnyExcept(0f));
        }
    }

    [SkippableFact]
    public void Of_an_opaque_matte_the_channel_asked_for_holds_out()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        using HostImage unrestricted = shot.Render("Matte");

        // White on the left, green on the right.
        using HostImage opaque = Plates.Blank(plate.Width, plate.Height, BitDepth.Float, PixelComponents.Rgba);
        int half = plate.Width / 2 * 4;
        for (int y = 0; y < opaque.Height; y++)
        {
            Span<float> row = opaque.Row<float>(y);
            for (int i = 0; i < row.Length; i++)
                row[i] = i < half || (i & 1) == 1 ? 1 : 0;
        }

        shot.Connect("Matte", opaque);
        foreach ((string channel, float right) in (ReadOnlySpan<(string, float)>)[("Alpha", 1), ("Luminance", 0.7152f), ("Red", 0), ("Green", 1), ("Blue", 0)])
        {
            shot.Instance.Params["matteChannel"].Parse(channel);
            using HostImage shown = shot.Render("Matte");
            for (int y = 0; y < plate.Height; y++)
            {
                ReadOnlySpan<float> all = unrestricted.Row<float>(y), row = shown.Row<float>(y);
                Assert.True(row[..half].SequenceEqual(all[..half]), $"{channel}, row {y}");
                for (int i = half; i < row.Length; i++)
                    Assert.Equal(right * all[i], row[i], 1e-6);
            }
        }
    }

    [SkippableFact]
    public void A_matte_of_wider_pixels_holds_out_the_same_part_of_the_picture()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        using HostImage unrestricted = shot.Render("Matte");

        int edge = plate.Width / 4;
        using HostImage anamorphic = new(new OfxRectI { x2 = plate.Width / 2, y2 = plate.Height }, BitDepth.Float, PixelComponents.Alpha) { PixelAspectRatio = 2 };
        for (int y = 0; y < anamorphic.Height; y++)
            anamorphic.Row<float>(y)[..edge].Fill(1);
        shot.Connect("Matte", anamorphic);
        using HostImage shown = shot.Render("Matte");

        for (int y = 0; y < plate.Height; y++)
        {
            int left = (2 * edge - 1) * 4, right = (2 * edge + 1) * 4;
            Assert.True(shown.Row<float>(y)[..left].SequenceEqual(unrestricted.Row<float>(y)[..left]), $"row {y}");
            Assert.False(shown.Row<float>(y)[right..].ContainsAnyExcept(0f), $"row {y}");
        }
    }

    [SkippableFact]
    public void Other_inputs_do_not_change_what_the_output_is()
    {
        using HostImage plate = new(new OfxRectI { x2 = 64, y2 = 48 }, BitDepth.Float, PixelComponents.Rgba)
        {
            Premultiplication = Premultiplication.Unpremultiplied,
            PixelAspectRatio = 2,
        };
        using HostImage photo = new(new OfxRectI { x2 = 64, y2 = 48 }, BitDepth.Float, PixelComponents.Rgba)
        {
            Premultiplication = Premultiplication.Premultiplied,
        };
        using Shot shot = new(bundle, plate, identity: null);
        shot.Connect("Identity", photo);

        ClipPreference output = shot.Instance.ClipPreferences.Clips["Output"];

        Assert.Equal(Premultiplication.Unpremultiplied, output.Premultiplication);
        Assert.Equal(2, output.PixelAspectRatio);
    }

    [SkippableFact]
    public void The_order_and_number_choose_the_face()
    {
        using HostImage plate = Plates.SideBySide(Plates.Person, Plates.OtherPerson, BitDepth.Byte);
        using Shot shot = new(bundle, plate, Plates.Identity);
        shot.Instance.Params["faceOrder"].Parse("From left");
        Assert.Equal((true, false), SidesShown(shot));
        shot.Instance.Params["faceNumber"].Set(2);
        Assert.Equal((false, true), SidesShown(shot));
        shot.Instance.Params["faceNumber"].Set(3);
        Assert.Equal((false, false), SidesShown(shot));
        shot.Instance.Params["faceOrder"].Parse("All faces");
        Assert.Equal((true, true), SidesShown(shot));
    }

    [SkippableFact]
    public void A_wider_feather_makes_a_smaller_matte_with_the_same_extent()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        double previous = double.MaxValue;
        foreach (double feather in (double[])[0, 15, 30, 60])
        {
            shot.Instance.Params["feather"].Set(feather);
            using HostImage matte = shot.Render("Face matte");
            double sum = 0;
            for (int y = 0; y < matte.Height; y++)
            {
                foreach (float value in matte.Row<float>(y))
                    sum += value;
            }

            Assert.True(sum < previous && sum > 0, $"feather {feather}: {sum} after {previous}");
            previous = sum;
        }
    }

    [SkippableFact]
    public void An_identity_on_the_clip_serves_as_well_as_a_file()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using HostImage photo = Plates.Load(Plates.Identity, BitDepth.Byte);
        using Shot byFile = new(bundle, plate, Plates.Identity);
        using Shot byClip = new(bundle, plate, identity: null);
        byClip.Connect("Identity", photo);
        using HostImage first = byFile.Render();
        using HostImage second = byClip.Render();
        for (int y = 0; y < plate.Height; y++)
            Assert.True(first.Row(y).SequenceEqual(second.Row(y)), $"row {y}");
    }

    private static (bool Left, bool Right) SidesShown(Shot shot)
    {
        using HostImage matte = shot.Render("Matte");
        int half = matte.Width / 2 * matte.BytesPerPixel;
        bool left = false, right = false;
        for (int y = 0; y < matte.Height; y++)
        {
            left |= matte.Row(y)[..half].ContainsAnyExcept((byte)0);
            right |= matte.Row(y)[half..].ContainsAnyExcept((byte)0);
        }

        return (left, right);
    }
}
