namespace FaceFusion.Fusion.Expressions;

/// <summary>How the plate's expression is put back on a swapped face.</summary>
/// <param name="Amount">How much of it, 0 to 1: FaceFusion's factor in hundredths, 0.8 by its default; from 5/6 on it is overdone a little.</param>
public sealed record ExpressionOptions(float Amount)
{
    /// <summary>Whether eyes and brows get it.</summary>
    public bool UpperFace { get; init; } = true;

    /// <summary>Whether mouth and jaw get it.</summary>
    public bool LowerFace { get; init; } = true;

    /// <summary>Refuses values that mean nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount lies outside 0 to 1.</exception>
    internal void Validate()
    {
        if (Amount is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(Amount), Amount, "Amount lies between 0 and 1.");
    }
}
