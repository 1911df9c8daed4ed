using System.Buffers.Binary;
using FaceFusion.Fusion.Recognition;

namespace FaceFusion.Node.Engine;

/// <summary>
/// A face of the plate as a parameter keeps it: the first sixteen digits of the recogniser's SHA-256, a blank, and the embedding's
/// floats in base64, little-endian.
/// </summary>
internal static class RememberedFace
{
    private const int DigitsOfRecogniser = 16;

    /// <summary>The text of an embedding.</summary>
    /// <param name="face">The embedding.</param>
    /// <param name="recogniser">The SHA-256 of the network that made it.</param>
    public static string Text(FaceEmbedding face, string recogniser)
    {
        byte[] bytes = new byte[sizeof(float) * face.Values.Length];
        for (int i = 0; i < face.Values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(sizeof(float) * i), face.Values[i]);
        return $"{recogniser[..DigitsOfRecogniser]} {Convert.ToBase64String(bytes)}";
    }

    /// <summary>The embedding of a text.</summary>
    /// <param name="text">What <see cref="Text"/> gave.</param>
    /// <param name="recogniser">The SHA-256 of the network that tells people apart now.</param>
    /// <param name="person">Which person, from 1, for the message.</param>
    /// <exception cref="NodeException">It is of another recogniser, or no such text.</exception>
    public static FaceEmbedding Read(string text, string recogniser, int person)
    {
        if (!text.StartsWith(recogniser[..DigitsOfRecogniser] + " ", StringComparison.Ordinal))
            throw new NodeException($"The face remembered for person {person} was told by another recogniser than the one in use; choose that one in Recogniser, or remember the person again.");

        try
        {
            byte[] bytes = Convert.FromBase64String(text[(DigitsOfRecogniser + 1)..]);
            float[] values = new float[bytes.Length / sizeof(float)];
            for (int i = 0; i < values.Length; i++)
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(sizeof(float) * i));
            return new FaceEmbedding(values);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw new NodeException($"The face remembered for person {person} can't be read; remember the person again.", failure);
        }
    }
}
