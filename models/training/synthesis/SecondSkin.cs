using System.Numerics;

namespace FaceFusion.Training.Synthesis;

/// <summary>
/// Another photographed face whose skin, brows, eyes and lips are mixed into a first one's: a person who doesn't exist. The
/// photographed people are few; mixed they are many.
/// </summary>
/// <param name="Face">The other face.</param>
/// <param name="Shares">How much of each vertex of <see cref="FaceTopology"/> is the other's, 0 to 1.</param>
/// <param name="Gain">What its pixels are multiplied by, so that its skin is as bright and as coloured as the first one's.</param>
internal sealed record SecondSkin(PhotoFace Face, float[] Shares, Vector4 Gain)
{
    private const float Share = 0.6f, EvenShare = 0.5f;

    // Faces that are turned otherwise by more than this show other parts of the skin; degrees.
    private const double MostTurn = 20;

    private const float MostGain = 3;

    /// <summary>A second skin for a face, or none.</summary>
    public static SecondSkin? For(PhotoFace face, IReadOnlyList<PhotoFace> faces, Random random)
    {
        bool mixes = random.NextSingle() < Share;
        PhotoFace other = faces[random.Next(faces.Count)];
        float amount = 0.15f + 0.85f * random.NextSingle(), direction = 6.28f * random.NextSingle(), middle = 0.4f + 0.6f * (random.NextSingle() - 0.5f);
        bool even = random.NextSingle() < EvenShare;
        if (!mixes || other == face || Math.Abs(other.Yaw - face.Yaw) > MostTurn || other.IsMouthOpen != face.IsMouthOpen)
            return null;
        float[] shares = new float[FaceTopology.Count];
        Vector2 along = new(MathF.Sin(direction), MathF.Cos(direction));
        for (int i = 0; i < shares.Length; i++)
        {
            // Hair, neck and what lies around are the first face's.
            bool isRing = i >= FaceTopology.FirstRing && i < FaceTopology.FirstMouth;
            Vector2 place = new(face.Vertices[i].X, face.Vertices[i].Y - middle);
            shares[i] = isRing ? 0 : even ? amount : amount * Math.Clamp(0.5f + 2 * Vector2.Dot(place, along), 0, 1);
        }

        Vector4 gain = face.Skin() / Vector4.Max(other.Skin(), new Vector4(0.01f));
        return new SecondSkin(other, shares, Vector4.Clamp(gain, new Vector4(1 / MostGain), new Vector4(MostGain)) with { W = 1 });
    }
}
