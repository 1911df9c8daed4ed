using System.Numerics;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Identity.Files;

/// <summary>What an identity file holds of a photo beside its record.</summary>
/// <param name="Points">The face's 478 points in pixels of the crop.</param>
/// <param name="Embeddings">In the order of the record.</param>
/// <param name="Crop">
/// The face and its surroundings: straight display-referred RGBA of 16 bits a channel, row after row; alpha is how much of
/// the face each pixel shows.
/// </param>
internal sealed record PhotoContent(Vector3[] Points, IReadOnlyList<FaceEmbedding> Embeddings, ushort[] Crop)
{
    private const float Full = ushort.MaxValue;

    /// <summary>The crop of a picture with values from 0 to 1.</summary>
    /// <param name="image">The picture.</param>
    public static ushort[] CropOf(ImageBuffer image)
    {
        ushort[] crop = new ushort[4 * image.Length];
        for (int i = 0; i < image.Length; i++)
        {
            for (int channel = 0; channel < 4; channel++)
                crop[(4 * i) + channel] = (ushort)MathF.Round(Math.Clamp(image.Pixels[i][channel], 0, 1) * Full);
        }

        return crop;
    }

    /// <summary>The crop as a picture; the caller disposes of it.</summary>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    public ImageBuffer ToImage(int width, int height)
    {
        ImageBuffer image = ImageBuffer.Uninitialized(width, height);
        for (int i = 0; i < image.Length; i++)
            image.Pixels[i] = new Vector4(Crop[4 * i], Crop[(4 * i) + 1], Crop[(4 * i) + 2], Crop[(4 * i) + 3]) / Full;
        return image;
    }
}
