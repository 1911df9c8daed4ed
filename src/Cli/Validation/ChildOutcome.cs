using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>What became of a validating process.</summary>
/// <param name="Findings">What it found.</param>
/// <param name="Doing">What it was at last doing.</param>
/// <param name="Action">The action that it had sent last meanwhile; empty before the first.</param>
/// <param name="IsDone">Whether it tried everything.</param>
internal sealed record ChildOutcome(IReadOnlyList<Finding> Findings, string Doing, string Action, bool IsDone)
{
    /// <summary>Where it was at last, for a sentence.</summary>
    public string Where => Action.Length > 0 ? $"{Doing}, in {Action}" : Doing;
}
