namespace FaceFusion.Cli.Models;

/// <summary>How a transfer ended, and a part of a sentence that says more.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Detail">Empty for a complete transfer.</param>
internal readonly record struct TransferResult(TransferEnd End, string Detail)
{
    /// <summary>Every byte is there.</summary>
    public static TransferResult Complete { get; } = new(TransferEnd.Complete, "");
}
