using System.Security.Cryptography;
using FaceFusion.Inference.Hashing;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Inference.Tests.Hashing;

public sealed class Sha256HashTests
{
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    public void The_examples_of_the_standard(string text, string digest) =>
        Assert.Equal(digest, Sha256Hash.HexOf(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Every_length_around_the_block_agrees_with_the_framework()
    {
        byte[] bytes = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * 31))];
        for (int length = 0; length <= bytes.Length; length++)
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length))), Sha256Hash.HexOf(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void However_a_message_is_cut_its_digest_is_the_same() =>
        Prop.ForAll<byte[][]>(parts =>
        {
            Sha256Hash hash = new();
            foreach (byte[] part in parts)
                hash.Append(part);
            return hash.FinishHex() == Convert.ToHexStringLower(SHA256.HashData(parts.SelectMany(part => part).ToArray()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stream_has_the_digest_of_its_bytes()
    {
        byte[] bytes = new byte[200_001];
        new System.Random(5).NextBytes(bytes);
        using MemoryStream stream = new(bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Sha256Hash.HexOf(stream));
    }
}
