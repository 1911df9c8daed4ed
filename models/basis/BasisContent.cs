using FaceFusion.Fusion.Shape;

namespace FaceFusion.Basis;

/// <summary>A fitted basis before it is rounded into its file; <see cref="ShapeBasis"/> reads the file and says what it holds.</summary>
internal sealed record BasisContent(double[] Mean, double[] Deviations, double[][] Identities, double[][] Expressions)
{
    /// <summary>The file's bytes.</summary>
    public byte[] ToFile()
    {
        using MemoryStream file = new();
        using (BinaryWriter writer = new(file))
        {
            writer.Write(ShapeBasis.Signature);
            writer.Write(ShapeBasis.Version);
            writer.Write(Identities.Length);
            writer.Write(Expressions.Length);
            foreach (double value in Mean.Concat(Deviations))
                writer.Write((float)value);
            foreach (double[] component in Identities.Concat(Expressions))
            {
                double scale = component.Max(Math.Abs) / sbyte.MaxValue;
                writer.Write((float)scale);
                foreach (double value in component)
                    writer.Write((sbyte)Math.Round(value / scale));
            }
        }

        return file.ToArray();
    }
}
