namespace FaceFusion.Fusion.Tests.Families;

/// <summary>Marks the tests that run a family's whole path on a small network written by hand.</summary>
/// <param name="contracts">Names of <see cref="FaceFusion.Inference.Contracts.ContractNames"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FamilyAttribute(params string[] contracts) : Attribute
{
    /// <summary>The families.</summary>
    public IReadOnlyList<string> Contracts => contracts;
}
