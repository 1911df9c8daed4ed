namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Which of an image's pixels count in one cell along one axis, and how often: each once, the image's outermost ones also for those beyond them.</summary>
public readonly struct CellShare
{
    /// <summary>Describes a cell.</summary>
    /// <param name="cell">Its number.</param>
    /// <param name="size">Its pixels.</param>
    /// <param name="pixels">The image's.</param>
    /// <param name="hasZerosOutside">1 where zeros lie beyond the image's sides.</param>
    public CellShare(int cell, int size, int pixels, int hasZerosOutside)
    {
        long from = (long)cell * size, to = from + size;
        if (hasZerosOutside == 1)
        {
            First = Clamp(from, 0, pixels);
            Count = Clamp(to, 0, pixels) - First;
            ExtraFirst = 0;
            ExtraLast = 0;
            return;
        }

        First = Clamp(from, 0, pixels - 1);
        Count = Clamp(to - 1, 0, pixels - 1) - First + 1;
        int before = Clamp(-from, 0, size), after = Clamp(to - pixels, 0, size);

        // Wholly outside: the one clamped pixel stands for all of the cell's, and is counted once already.
        ExtraFirst = before == size ? before - 1 : before;
        ExtraLast = before != size && after == size ? after - 1 : after;
    }

    /// <summary>The first pixel.</summary>
    public int First { get; }

    /// <summary>How many from there.</summary>
    public int Count { get; }

    private int ExtraFirst { get; }

    private int ExtraLast { get; }

    /// <summary>Whether all of the cell's pixels lie inside, each once.</summary>
    /// <param name="size">How many those are.</param>
    public bool IsWhole(int size) => Count == size && ExtraFirst == 0 && ExtraLast == 0;

    /// <summary>How often a pixel counts.</summary>
    /// <param name="i">0 ≤ i &lt; <see cref="Count"/>.</param>
    public float Weight(int i) => 1 + (i == 0 ? ExtraFirst : 0) + (i == Count - 1 ? ExtraLast : 0);

    private static int Clamp(long value, long least, long most) => (int)(value < least ? least : value > most ? most : value);
}
