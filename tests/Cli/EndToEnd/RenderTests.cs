using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.EndToEnd;

/// <summary>Real pictures through the built bundle in the offline host, as a user renders them.</summary>
public sealed class RenderTests
{
    private const int Width = 480, Height = 270, Pixels = Width * Height;

    [SkippableFact]
    public void A_clip_shows_the_swapped_face_on_every_frame()
    {
        using TemporaryFolder folder = new();
        string video = folder.File("out.mp4"), mattes = folder.File("matte.%03d.png");
        Clone.Render(Clone.Clip, "-o", video);
        Clone.Render(Clone.Clip, "-o", mattes, "--output-layer", "face-matte");

        byte[] before = Ffmpeg.Convert(Clone.Clip, "rgb24"), after = Ffmpeg.Convert(video, "rgb24");
        Assert.Equal(before.Length, after.Length);
        string[] files = [.. Directory.GetFiles(folder.Path, "matte.*.png").Order(StringComparer.Ordinal)];
        Assert.Equal(before.Length / (3 * Pixels), files.Length);
        for (int frame = 0; frame < files.Length; frame++)
        {
            byte[] matte = Ffmpeg.Convert(files[frame], "gray");
            int inside = matte.Count(value => value > 128);
            Assert.InRange(inside, 2000, 8000);

            // What H.264 alone does to these frames stays below 5 levels on average; another face does not.
            double change = 0;
            for (int i = 0; i < Pixels; i++)
            {
                if (matte[i] > 128)
                    change += Math.Abs(before[(((frame * Pixels) + i) * 3) + 1] - after[(((frame * Pixels) + i) * 3) + 1]);
            }

            Assert.True(change / inside > 6, $"frame {frame}: the face changed by {change / inside:0.0} levels");
        }
    }

    [SkippableFact]
    public void A_16_bit_sequence_keeps_every_pixel_outside_the_matte()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("in"));
        Ffmpeg.Make("-i", Clone.Clip, "-frames:v", "3", "-vf", "noise=alls=4:allf=t,format=rgb48be", folder.File("in/f.%04d.png"));
        Clone.Render(folder.File("in/f.####.png"), "-o", folder.File("out/f.####.png"));
        Clone.Render(folder.File("in/f.####.png"), "-o", folder.File("matte/f.####.png"), "--output-layer", "matte");
        for (int frame = 1; frame <= 3; frame++)
        {
            ushort[] before = Words(folder.File($"in/f.{frame:0000}.png")), after = Words(folder.File($"out/f.{frame:0000}.png"));
            ushort[] matte = Words(folder.File($"matte/f.{frame:0000}.png"));
            CheckPlate(i => matte[3 * i] == 0, i => before.AsSpan(3 * i, 3).SequenceEqual(after.AsSpan(3 * i, 3)));
        }
    }

    [SkippableFact]
    public void A_float_sequence_with_values_above_one_keeps_every_pixel_outside_the_matte()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("in"));
        byte[] clip = Ffmpeg.Convert(Clone.Clip, "rgb24");
        for (int frame = 1; frame <= 2; frame++)
            Ffmpeg.Encode(SceneLinearPlanes(clip.AsSpan((frame - 1) * 3 * Pixels, 3 * Pixels)), "gbrpf32le", Width, Height, "-format", "float", folder.File($"in/f.{frame:0000}.exr"));

        Clone.Render(folder.File("in/f.####.exr"), "-o", folder.File("out/f.####.exr"));
        Clone.Render(folder.File("in/f.####.exr"), "-o", folder.File("matte/f.####.exr"), "--output-layer", "matte");
        for (int frame = 1; frame <= 2; frame++)
        {
            uint[] before = Floats(folder.File($"in/f.{frame:0000}.exr")), after = Floats(folder.File($"out/f.{frame:0000}.exr"));
            uint[] matte = Floats(folder.File($"matte/f.{frame:0000}.exr"));
            CheckPlate(i => matte[i] == 0, i => Enumerable.Range(0, 3).All(plane => before[(plane * Pixels) + i] == after[(plane * Pixels) + i]));
            Assert.Contains(after, bits => BitConverter.UInt32BitsToSingle(bits) > 10);
            Assert.Contains(after, bits => BitConverter.UInt32BitsToSingle(bits) < -0.1f);
        }
    }

    private static void CheckPlate(Func<int, bool> isOutside, Func<int, bool> isSame)
    {
        int inside = 0, changed = 0;
        for (int i = 0; i < Pixels; i++)
        {
            if (isOutside(i))
            {
                Assert.True(isSame(i), $"The pixel ({i % Width}, {i / Width}) changed although the matte is 0 there.");
                continue;
            }

            inside++;
            changed += isSame(i) ? 0 : 1;
        }

        // The face, and the plate that moves around it; a plain wall looks the same after moving.
        Assert.InRange(inside, 3000, Pixels / 5);
        Assert.InRange(changed, 0.5 * inside, inside);
    }

    // Light by a plain power of 2.2; a lamp of 20 in one corner, a negative patch in another.
    private static byte[] SceneLinearPlanes(ReadOnlySpan<byte> rgb)
    {
        float[] planes = new float[3 * Pixels];
        for (int i = 0; i < Pixels; i++)
        {
            for (int channel = 0; channel < 3; channel++)
            {
                bool isLamp = i % Width < 12 && i / Width < 12, isNegative = i % Width >= Width - 12 && i / Width < 12;
                float light = MathF.Pow(rgb[(3 * i) + channel] / 255f, 2.2f);

                // The planes' order is green, blue, red.
                planes[((channel + 2) % 3 * Pixels) + i] = isLamp ? 20 + light : isNegative ? light - 1 : light;
            }
        }

        return MemoryMarshal.AsBytes(planes.AsSpan()).ToArray();
    }

    private static ushort[] Words(string file)
    {
        byte[] raw = Ffmpeg.Decode(file, "rgb48be");
        return [.. Enumerable.Range(0, raw.Length / 2).Select(i => BinaryPrimitives.ReadUInt16BigEndian(raw.AsSpan(2 * i)))];
    }

    private static uint[] Floats(string file) => MemoryMarshal.Cast<byte, uint>(Ffmpeg.Decode(file, "gbrpf32le")).ToArray();
}
