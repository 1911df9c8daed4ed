using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FaceFusion.Fusion.Identity;

/// <summary>
/// A fast fingerprint of many bytes, taken in rows: eight 64-bit lanes, each an invertible function of its share of the
/// input, so that a single change always shows and several cancel once in 2⁶⁴. An identity is looked up by it at
/// every frame, where a cryptographic hash would cost more than the look-up saves.
/// </summary>
internal struct ContentDigest
{
    /// <summary>Bytes of the fingerprint.</summary>
    public const int Bytes = LaneCount * sizeof(ulong);

    private const int LaneCount = 8;

    // The finalizer of SplitMix64 (Steele, Lea and Flood 2014): one multiplication alone never brings a high bit down.
    private const ulong FirstMultiplier = 0xbf58476d1ce4e5b9;
    private const ulong SecondMultiplier = 0x94d049bb133111eb;

    private Lanes _lanes;

    /// <summary>Takes in a row; rows of the same bytes cut otherwise give another fingerprint.</summary>
    /// <param name="row">The row's bytes.</param>
    public void Append(ReadOnlySpan<byte> row)
    {
        Span<ulong> lanes = _lanes;
        for (; row.Length >= Bytes; row = row[Bytes..])
            Mix(lanes, MemoryMarshal.Cast<byte, ulong>(row[..Bytes]));

        Span<byte> rest = stackalloc byte[Bytes];
        rest.Clear();
        row.CopyTo(rest);
        Mix(lanes, MemoryMarshal.Cast<byte, ulong>(rest));
    }

    /// <summary>Gives the fingerprint of what was taken in.</summary>
    /// <param name="fingerprint">Gets <see cref="Bytes"/> bytes.</param>
    public void CopyTo(Span<byte> fingerprint)
    {
        Span<ulong> lanes = _lanes;
        MemoryMarshal.AsBytes(lanes).CopyTo(fingerprint);
    }

    private static void Mix(Span<ulong> lanes, ReadOnlySpan<ulong> block)
    {
        for (int i = 0; i < LaneCount; i++)
        {
            ulong lane = (lanes[i] ^ block[i]) * FirstMultiplier;
            lane = (lane ^ (lane >> 32)) * SecondMultiplier;
            lanes[i] = lane ^ (lane >> 29);
        }
    }

    [InlineArray(LaneCount)]
    private struct Lanes
    {
        private ulong _first;
    }
}
