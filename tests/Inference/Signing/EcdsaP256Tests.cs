using System.Security.Cryptography;
using System.Text;
using FaceFusion.Inference.Signing;

namespace FaceFusion.Inference.Tests.Signing;

public sealed class EcdsaP256Tests
{
    // RFC 6979, A.2.5: the key, and its signatures over "sample" and "test" with SHA-256.
    private const string Key = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";

    [Theory]
    [InlineData("sample", "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716", "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8")]
    [InlineData("test", "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367", "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083")]
    public void The_published_signatures_are_the_published_key_s(string message, string r, string s)
    {
        byte[] key = Convert.FromHexString(Key), signature = Convert.FromHexString(r + s), text = Encoding.ASCII.GetBytes(message);
        Assert.True(EcdsaP256.Verify(key, text, signature));
        Assert.False(EcdsaP256.Verify(key, Encoding.ASCII.GetBytes(message + "!"), signature));
        foreach (int at in (ReadOnlySpan<int>)[0, 31, 32, 63])
        {
            byte[] altered = [.. signature];
            altered[at] ^= 1;
            Assert.False(EcdsaP256.Verify(key, text, altered));
        }
    }

    [Fact]
    public void What_the_framework_signs_is_verified()
    {
        for (int i = 0; i < 8; i++)
        {
            using ECDsa signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            ECPoint point = signer.ExportParameters(includePrivateParameters: false).Q;
            byte[] key = [.. point.X!, .. point.Y!], message = Encoding.ASCII.GetBytes($"message {i}"), signature = signer.SignData(message, HashAlgorithmName.SHA256);
            Assert.True(EcdsaP256.Verify(key, message, signature));
            signature[10] ^= 4;
            Assert.False(EcdsaP256.Verify(key, message, signature));
        }
    }

    [Fact]
    public void Numbers_that_no_signature_and_no_key_has_are_refused()
    {
        byte[] key = Convert.FromHexString(Key), order = Convert.FromHexString("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
        Assert.False(EcdsaP256.Verify(key, [], new byte[64]));
        Assert.False(EcdsaP256.Verify(key, [], [.. order, .. order]));
        Assert.False(EcdsaP256.Verify(key, [], new byte[63]));
        Assert.False(EcdsaP256.IsKey(new byte[64]));
        key[63] ^= 1;
        Assert.False(EcdsaP256.IsKey(key));
    }
}
