namespace FaceFusion.Kernels.Filtering;

/// <summary>How a loop over rows is cut for several threads.</summary>
internal static class RowPieces
{
    private const int Rows = 8;

    // Fewer multiplications, on eight lanes at once, take no longer than asking another thread to help.
    private const long LeastShared = 400_000;

    /// <summary>The rows of a piece: all of them where sharing would cost more than it saves.</summary>
    /// <param name="rows">How many there are.</param>
    /// <param name="products">Multiplications of the whole loop.</param>
    public static int Of(int rows, long products) => products < LeastShared ? Math.Max(rows, 1) : Rows;
}
