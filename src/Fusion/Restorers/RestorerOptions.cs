namespace FaceFusion.Fusion.Restorers;

/// <summary>How a network restores a swapped face.</summary>
/// <param name="Restorer">Which network; not <see cref="Restorers.Restorer.None"/>.</param>
/// <param name="File">The network's file where <paramref name="Restorer"/> is <see cref="Restorers.Restorer.File"/>; else not looked at.</param>
public sealed record RestorerOptions(Restorer Restorer, string File = "")
{
    /// <summary>FaceFusion's blend.</summary>
    public const double DefaultBlend = 0.8;

    /// <summary>CodeFormer's middle.</summary>
    public const float DefaultFidelity = 0.5f;

    /// <summary>How much of what the network changes is taken, 0 to 1.</summary>
    public float Blend { get; init; } = (float)DefaultBlend;

    /// <summary>CodeFormer's weight, 0 to 1: 0 looks best, 1 stays nearest to the face as it was. Other networks don't know it.</summary>
    public float Fidelity { get; init; } = DefaultFidelity;

    /// <summary>Refuses values that mean nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The restorer is none, or Blend or Fidelity lies outside 0 to 1.</exception>
    internal void Validate()
    {
        if (!Enum.IsDefined(Restorer) || Restorer == Restorer.None)
            throw new ArgumentOutOfRangeException(nameof(Restorer), Restorer, "The restorer is a network.");
        if (Blend is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Blend), Blend, "Blend lies between 0 and 1.");
        if (Fidelity is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Fidelity), Fidelity, "Fidelity lies between 0 and 1.");
    }
}
