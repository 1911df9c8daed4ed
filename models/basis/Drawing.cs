using System.Numerics;
using FaceFusion.Basis.Head;
using FaceFusion.TestSupport;

namespace FaceFusion.Basis;

/// <summary>Pictures of the head model with the points on it, for looking at.</summary>
internal static class Drawing
{
    private const int Across = 4;

    public static void Save(string path, HeadModel model, HeadLandmarks landmarks, IReadOnlyList<double[]> heads)
    {
        int side = 0, width = 0;
        ushort[] samples = [];
        for (int i = 0; i < heads.Count; i++)
        {
            using HeadPicture picture = new(model, heads[i]);
            if (i == 0)
            {
                side = picture.Frame.Width;
                width = Across * side;
                samples = new ushort[3 * width * side * ((heads.Count + Across - 1) / Across)];
            }

            int origin = i / Across * side * width + i % Across * side;
            for (int y = 0; y < side; y++)
            {
                for (int x = 0; x < side; x++)
                    Set(samples, origin + y * width + x, picture.Pixels.Row(y)[x].AsVector3());
            }

            foreach (Vector3 point in landmarks.On(heads[i]))
            {
                Vector3 place = HeadPicture.Project(point);
                for (int dot = 0; dot < 4; dot++)
                    Set(samples, origin + ((int)place.Y + dot / 2) * width + (int)place.X + dot % 2, new Vector3(0, 1, 0));
            }
        }

        File.WriteAllBytes(path, PngWriter.Encode(width, samples.Length / 3 / width, PngColour.Rgb, 8, samples));
    }

    private static void Set(ushort[] samples, int pixel, Vector3 colour)
    {
        for (int channel = 0; channel < 3; channel++)
            samples[3 * pixel + channel] = (ushort)Math.Clamp(MathF.Round(255 * colour[channel]), 0, 255);
    }
}
