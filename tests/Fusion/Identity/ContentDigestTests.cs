using FaceFusion.Fusion.Identity;

namespace FaceFusion.Fusion.Tests.Identity;

public sealed class ContentDigestTests
{
    [Fact]
    public void Every_single_bit_changes_the_fingerprint()
    {
        byte[] row = new byte[150];
        new Random(3).NextBytes(row);
        HashSet<string> seen = [Of(row)];
        for (int bit = 0; bit < row.Length * 8; bit++)
        {
            row[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(seen.Add(Of(row)), $"bit {bit}");
            row[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void The_order_of_the_rows_matters()
    {
        byte[] first = [1, 2, 3], second = [4, 5, 6];
        Assert.NotEqual(Of(first, second), Of(second, first));
    }

    [Fact]
    public void Equal_rows_have_equal_fingerprints()
    {
        byte[] row = new byte[1000];
        new Random(4).NextBytes(row);
        Assert.Equal(Of(row, row), Of([.. row], [.. row]));
    }

    private static string Of(params byte[][] rows)
    {
        ContentDigest digest = default;
        foreach (byte[] row in rows)
            digest.Append(row);
        byte[] fingerprint = new byte[ContentDigest.Bytes];
        digest.CopyTo(fingerprint);
        return Convert.ToHexString(fingerprint);
    }
}
