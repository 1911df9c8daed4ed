namespace FaceFusion.Cli.Models;

/// <summary>How a transfer ended.</summary>
internal enum TransferEnd
{
    /// <summary>Every byte is there.</summary>
    Complete,

    /// <summary>The connection broke or stalled; another one may go on from there.</summary>
    Broken,

    /// <summary>No answer at all.</summary>
    Unreachable,

    /// <summary>The server answered that it has nothing to give.</summary>
    Refused,

    /// <summary>The server gives a file of another length.</summary>
    OtherFile,
}
