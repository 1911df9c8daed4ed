using System.Numerics;
using System.Text.Json;
using FaceFusion.Host.Clips;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>What a compositor goes on with, on photos.</summary>
public sealed class LayerOutputTests
{
    private const string Person = "pictures/london_neutral/022.jpg", Smiling = "pictures/london_smiling/063.jpg";

    // From nothing at the left to whole in the middle of the face.
    private static readonly Func<float, float, float> Fading = (x, y) => Math.Clamp((2.2f * x) - 0.2f, 0, 1);

    [SkippableTheory]
    [InlineData(Person, false, Premultiplication.Premultiplied, false, "0")]
    [InlineData(Smiling, true, Premultiplication.Premultiplied, false, "1")]
    [InlineData(Smiling, false, Premultiplication.Unpremultiplied, true, "1")]
    [InlineData(Person, true, Premultiplication.Premultiplied, true, "1")]
    [InlineData(Person, true, Premultiplication.Unpremultiplied, true, "0.5")]
    public void The_face_layer_over_the_plate_with_the_matte_is_the_composite(
        string picture, bool isLinear, Premultiplication premultiplication, bool isTransparent, string shape)
    {
        using HostImage plate = NodeShot.Load(picture, isLinear, premultiplication, isTransparent ? Fading : null);
        using NodeShot shot = new(plate, isLinear ? "ofx_scene_linear" : "ofx_display_sdr");
        shot.Instance.Params["shape"].Parse(shape);
        Vector4[] below = NodeShot.Pixels(plate), composite = shot.RenderPixels("Composite");
        Vector4[] layer = shot.RenderPixels("Face layer"), matte = shot.RenderPixels("Matte");
        int changed = 0;
        for (int i = 0; i < below.Length; i++)
        {
            Vector4 recomposed = layer[i] + (below[i] * (1 - matte[i].X));

            // Straight alpha is the plate's.
            if (premultiplication == Premultiplication.Unpremultiplied)
                recomposed.W = composite[i].W;
            Vector4 off = Vector4.Abs(recomposed - composite[i]);
            Assert.True(Math.Max(Math.Max(off.X, off.Y), Math.Max(off.Z, off.W)) <= 1e-6, $"pixel {i}: {recomposed} instead of {composite[i]}");
            if (matte[i].X == 0)
                Assert.Equal(Vector4.Zero, layer[i]);
            else
                changed++;
        }

        Assert.InRange(changed, 10000, below.Length / 2);
    }

    [SkippableFact]
    public void The_maps_lead_to_and_fro_between_frame_and_patch()
    {
        using HostImage plate = NodeShot.Load(Smiling, false, Premultiplication.Premultiplied);
        using NodeShot shot = new(plate);
        Vector4[] map = shot.RenderPixels("ST map"), inverse = shot.RenderPixels("Inverse ST map"), patch = shot.RenderPixels("Patch");
        int width = plate.Width, height = plate.Height, there = 0, met = 0;
        for (int i = 0; i < inverse.Length; i++)
        {
            Assert.True(inverse[i].W is 0 or 1 && map[i].W is 0 or 1);
            Assert.Equal(map[i].W == 0 ? Vector4.Zero : map[i] with { Z = 0 }, map[i]);
            Assert.InRange(map[i].X, 0, 1);
            Assert.InRange(map[i].Y, 0, 1);
            if (inverse[i].W == 0)
                continue;

            // The nearest pixel of the patch leads back: its pixels are finer than the frame's. Between the lips alone
            // the square has hardly any room.
            there++;
            int x = (int)(inverse[i].X * width), y = height - 1 - (int)(inverse[i].Y * height);
            Vector4 back = map[(y * width) + x];
            Assert.Equal(back.W, patch[(y * width) + x].W);
            Vector2 place = new(back.X * width, height - (back.Y * height)), from = new((i % width) + 0.5f, (i / width) + 0.5f);
            if (back.W == 1 && Vector2.Distance(place, from) < 1)
                met++;
        }

        Assert.InRange(there, 30000, inverse.Length / 2);
        Assert.InRange(met, 0.97 * there, there);
    }

    [SkippableFact]
    public void A_map_is_refused_where_it_would_be_rounded()
    {
        using HostImage plate = new(new Ofx.Abi.OfxRectI { x2 = 64, y2 = 48 }, BitDepth.Byte, PixelComponents.Rgba);
        using NodeShot shot = new(plate, host: Host.HostProfile.Modern with { Depths = [BitDepth.Byte] });
        shot.Instance.Params["output"].Parse("ST map");
        using HostImage bytes = new(plate.Bounds, BitDepth.Byte, PixelComponents.Rgba) { Premultiplication = Premultiplication.Unpremultiplied };
        Assert.Contains("32-bit float", shot.Instance.Render(new(1, plate.Bounds, bytes)).Failure, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_patch_laid_back_by_the_map_is_the_composite_where_the_face_is_whole()
    {
        using HostImage plate = NodeShot.Load(Person, true, Premultiplication.Premultiplied);
        using NodeShot shot = new(plate, "ofx_scene_linear");
        Vector4[] inverse = shot.RenderPixels("Inverse ST map"), patch = shot.RenderPixels("Patch"), matte = shot.RenderPixels("Face matte"), composite = shot.RenderPixels("Composite");
        double sum = 0;
        int compared = 0;
        for (int i = 0; i < inverse.Length; i++)
        {
            if (inverse[i].W == 0 || matte[i].X < 1)
                continue;
            Vector4 laid = Bilinear(patch, plate.Width, plate.Height, inverse[i]);
            sum += Vector4.Distance(laid, composite[i]);
            compared++;
        }

        Assert.InRange(compared, 5000, inverse.Length);
        Assert.InRange(sum / compared, 0, 0.01);
    }

    [SkippableFact]
    public void Looking_at_outputs_in_any_order_changes_no_bit()
    {
        using HostImage plate = NodeShot.Load(Person, false, Premultiplication.Premultiplied);
        using NodeShot shot = new(plate), other = new(plate);
        NodeEngine.Purge();
        Vector4[] first = shot.RenderPixels("Composite"), matte = shot.RenderPixels("Matte"), kept = shot.RenderPixels("Composite");
        Assert.Equal(first, kept);
        Assert.Equal(first, other.RenderPixels("Composite"));

        // A matte clip holds out of what is shown, not of what is kept.
        using HostImage black = new(plate.Bounds, BitDepth.Float, PixelComponents.Alpha);
        shot.Instance.Clips["Matte"].Bind(new StillClipSource(black));
        Assert.Equal(NodeShot.Pixels(plate), shot.RenderPixels("Composite"));
        Assert.Equal(matte, other.RenderPixels("Matte"));

        // Neither a parameter nor a pixel that differs is overlooked.
        other.Instance.Params["eyes"].Set(1.0);
        Vector4[] eyes = other.RenderPixels("Composite");
        Assert.NotEqual(first, eyes);
        NodeEngine.Purge();
        Assert.Equal(eyes, other.RenderPixels("Composite"));
        other.RenderPixels("Matte");
        plate.Row<float>(plate.Height / 2).Fill(0.25f);
        Vector4[] marked = other.RenderPixels("Composite");
        NodeEngine.Purge();
        Assert.Equal(marked, other.RenderPixels("Composite"));
    }

    [SkippableFact]
    public void A_frame_leaves_its_data_where_a_parameter_asks_for_them()
    {
        using TemporaryFolder folder = new();
        using HostImage plate = NodeShot.Load(Person, false, Premultiplication.Premultiplied);
        using NodeShot shot = new(plate);
        shot.RenderPixels("Composite");
        Assert.Empty(Directory.GetFiles(folder.Path));
        shot.Instance.Params["mix"].Set(0.0);
        shot.Instance.Params["frameDataFile"].Set(folder.File("data/frame.####.json"));
        Assert.Equal(NodeShot.Pixels(plate), shot.RenderPixels("Composite"));

        string file = Assert.Single(Directory.GetFiles(folder.File("data")));
        Assert.EndsWith("frame.0001.json", file, StringComparison.Ordinal);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        JsonElement data = document.RootElement, face = Assert.Single(data.GetProperty("faces").EnumerateArray());
        Assert.Equal(1, data.GetProperty("frame").GetDouble());
        Assert.Equal(0, data.GetProperty("settings").GetProperty("mix").GetDouble());
        Assert.Equal(478, face.GetProperty("points").GetArrayLength());
        Assert.Equal(478, face.GetProperty("swap").GetProperty("points").GetArrayLength());
        Assert.InRange(face.GetProperty("score").GetDouble(), 0.8, 1);

        // The eyes lie in the upper half of the picture, left and right of its middle; y grows upwards.
        JsonElement eyes = face.GetProperty("eyes");
        Assert.InRange(eyes[0][0].GetDouble(), 0.25 * plate.Width, 0.5 * plate.Width);
        Assert.InRange(eyes[1][0].GetDouble(), 0.5 * plate.Width, 0.75 * plate.Width);
        Assert.InRange(eyes[0][1].GetDouble(), 0.45 * plate.Height, 0.75 * plate.Height);

        // The box around the face: lower left, lower right, upper right, upper left.
        JsonElement box = face.GetProperty("stabilise");
        Assert.True(box[0][1].GetDouble() < box[3][1].GetDouble() && box[0][0].GetDouble() < box[1][0].GetDouble());
    }

    [SkippableFact]
    public void A_folder_that_cannot_be_written_to_fails_the_render_by_name()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("file"), "");
        using HostImage plate = NodeShot.Load(Person, false, Premultiplication.Premultiplied);
        using NodeShot shot = new(plate);
        shot.Instance.Params["frameDataFile"].Set(folder.File("file/frame.json"));
        using HostImage result = new(plate.Bounds, BitDepth.Float, PixelComponents.Rgba);
        Host.RenderOutcome outcome = shot.Instance.Render(new(1, plate.Bounds, result));
        Assert.False(outcome.Succeeded);
        Assert.Contains("file/frame.json", outcome.Failure, StringComparison.Ordinal);
    }

    private static Vector4 Bilinear(Vector4[] picture, int width, int height, Vector4 map)
    {
        float x = (map.X * width) - 0.5f, y = height - (map.Y * height) - 0.5f;
        int left = (int)MathF.Floor(x), top = (int)MathF.Floor(y);
        return Vector4.Lerp(
            Vector4.Lerp(At(left, top), At(left + 1, top), x - left),
            Vector4.Lerp(At(left, top + 1), At(left + 1, top + 1), x - left), y - top);

        Vector4 At(int column, int row) => picture[(Math.Clamp(row, 0, height - 1) * width) + Math.Clamp(column, 0, width - 1)];
    }
}
