using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>The parameters of the swap, turned in the built bundle.</summary>
[Collection(BundleCollection.Name)]
public sealed class KnobTests(BuiltBundle bundle)
{
    [SkippableTheory]
    [InlineData("eyes", "1")]
    [InlineData("mix", "0.5")]
    [InlineData("feather", "40")]
    [InlineData("featherUnit", "pixels")]
    [InlineData("featherTop", "2")]
    [InlineData("featherBottom", "0.3")]
    [InlineData("featherLeft", "2")]
    [InlineData("featherRight", "0.3")]
    [InlineData("colourMethod", "histogram")]
    [InlineData("colourMethod", "reinhard")]
    [InlineData("colourMethod", "mkl")]
    [InlineData("colourMethod", "off")]
    [InlineData("colourStrength", "0.5")]
    [InlineData("grain", "0")]
    [InlineData("sharpness", "0")]
    public void Changes_the_face_and_no_pixel_outside_it(string name, string value)
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        shot.Instance.Params["shape"].Set(0.0);
        using HostImage before = shot.Render(), matteBefore = shot.Render("Matte");
        shot.Instance.Params[name].Parse(value);
        using HostImage after = shot.Render(), matteAfter = shot.Render("Matte");
        int changed = 0;
        for (int y = 0; y < plate.Height; y++)
        {
            ReadOnlySpan<float> first = before.Row<float>(y), second = after.Row<float>(y);
            ReadOnlySpan<float> firstMatte = matteBefore.Row<float>(y), secondMatte = matteAfter.Row<float>(y);
            for (int i = 0; i < first.Length; i++)
            {
                if (first[i] == second[i])
                    continue;
                changed++;
                Assert.True(firstMatte[i] > 0 || secondMatte[i] > 0, $"The pixel ({i / 4}, {y}) changed although it is outside both mattes.");
            }
        }

        Assert.True(changed > 200, $"{changed} values changed");
    }

    [SkippableTheory]
    [InlineData("Composite")]
    [InlineData("Face layer")]
    [InlineData("Matte")]
    [InlineData("Debug")]
    public void Tiles_put_together_are_the_whole_frame(string output)
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        TurnAll(shot.Instance);
        using HostImage whole = shot.Render(output);
        int acrossCut = plate.Width / 2 - 9, upCut = plate.Height / 2 + 31;
        foreach ((int x1, int x2) in (ReadOnlySpan<(int, int)>)[(0, acrossCut), (acrossCut, plate.Width)])
        {
            foreach ((int y1, int y2) in (ReadOnlySpan<(int, int)>)[(0, upCut), (upCut, plate.Height)])
            {
                OfxRectI window = new() { x1 = x1, y1 = y1, x2 = x2, y2 = y2 };
                using HostImage tile = new(window, BitDepth.Float, PixelComponents.Rgba) { Premultiplication = Premultiplication.Premultiplied };
                Assert.True(shot.TryRender(output, window, tile).Succeeded);
                for (int y = y1; y < y2; y++)
                    Assert.True(whole.Row(y).Slice(x1 * 16, (x2 - x1) * 16).SequenceEqual(tile.Row(y)), $"row {y} from column {x1}");
            }
        }
    }

    [SkippableFact]
    public void Four_threads_at_once_give_the_bits_of_one()
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using Shot shot = new(bundle, plate, Plates.Identity);
        TurnAll(shot.Instance);
        using HostImage alone = shot.Render();
        HostImage[] together = [.. Enumerable.Range(0, 4).Select(_ => Plates.Like(plate))];
        Thread[] threads = [.. together.Select(result => new Thread(() => shot.TryRender("Composite", result.Bounds, result)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        foreach (HostImage result in together)
        {
            for (int y = 0; y < plate.Height; y++)
                Assert.True(alone.Row(y).SequenceEqual(result.Row(y)), $"row {y}");
            result.Dispose();
        }
    }

    [SkippableFact]
    public void A_feather_in_pixels_looks_the_same_at_half_the_resolution()
    {
        const double width = 40;
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using HostImage half = Halved(plate);
        using Shot shot = new(bundle, plate, Plates.Identity);
        using Shot proxy = new(bundle, half, Plates.Identity);
        foreach (Shot each in (Shot[])[shot, proxy])
        {
            each.Instance.Params["featherUnit"].Parse("pixels");
            each.Instance.Params["feather"].Set(width);
        }

        using HostImage matte = shot.Render("Matte");
        using HostImage reduced = Halved(matte);
        using HostImage atHalf = Plates.Like(half), asIfFull = proxy.Render("Matte");
        proxy.Instance.Params["output"].Parse("Matte");
        RenderOutcome outcome = proxy.Instance.Render(new RenderRequest(1, half.Bounds, atHalf) { RenderScale = new OfxPointD { x = 0.5, y = 0.5 } });
        Assert.True(outcome.Succeeded, outcome.Failure);

        double difference = Difference(reduced, atHalf), ignored = Difference(reduced, asIfFull);
        Assert.True(difference < 0.006, $"the mattes differ by {difference} in the mean");
        Assert.True(ignored > 3 * difference, $"{difference} with the scale, {ignored} without");
    }

    private static void TurnAll(HostedInstance instance)
    {
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)
            [("shape", "1.3"), ("eyes", "0.4"), ("featherUnit", "pixels"), ("feather", "25"), ("featherTop", "2"), ("featherLeft", "0.5"), ("grain", "0.8"), ("sharpness", "0.7")])
        {
            instance.Params[name].Parse(value);
        }
    }

    // The mean of two by two pixels, RGBA floats.
    private static HostImage Halved(HostImage image)
    {
        HostImage half = Plates.Blank(image.Width / 2, image.Height / 2, BitDepth.Float, PixelComponents.Rgba);
        for (int y = 0; y < half.Height; y++)
        {
            ReadOnlySpan<float> lower = image.Row<float>(2 * y), upper = image.Row<float>((2 * y) + 1);
            Span<float> row = half.Row<float>(y);
            for (int i = 0; i < row.Length; i++)
            {
                int from = (i / 4 * 8) + (i % 4);
                row[i] = (lower[from] + lower[from + 4] + upper[from] + upper[from + 4]) / 4;
            }
        }

        return half;
    }

    private static double Difference(HostImage a, HostImage b)
    {
        double sum = 0;
        for (int y = 0; y < a.Height; y++)
        {
            ReadOnlySpan<float> first = a.Row<float>(y), second = b.Row<float>(y);
            for (int i = 0; i < first.Length; i++)
                sum += Math.Abs(first[i] - second[i]);
        }

        return sum / (4.0 * a.Width * a.Height);
    }
}
