using System.Buffers.Binary;
using System.Numerics;

namespace FaceFusion.Inference.Hashing;

/// <summary>
/// SHA-256 (FIPS 180-4) without the system's cryptography library. The framework's own takes OpenSSL from the machine
/// when it is first used and ends the process where there is none that fits: nothing to do inside a foreign host.
/// Used to recognise files, never to keep secrets.
/// </summary>
public sealed class Sha256Hash
{
    private const int BlockBytes = 64;
    private const int DigestBytes = 32;
    private const int ReadBytes = 1 << 16;

    // The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
    private static ReadOnlySpan<uint> Constants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    // The first 32 bits of the fractional parts of the square roots of the first 8 primes (FIPS 180-4, 5.3.3).
    private readonly uint[] _state =
    [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];

    private readonly byte[] _block = new byte[BlockBytes];
    private ulong _length;

    /// <summary>The digest of some bytes in lower-case hexadecimal.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string HexOf(ReadOnlySpan<byte> bytes)
    {
        Sha256Hash hash = new();
        hash.Append(bytes);
        return hash.FinishHex();
    }

    /// <summary>The digest of what is left of a stream in lower-case hexadecimal.</summary>
    /// <param name="stream">The stream; read to its end.</param>
    public static string HexOf(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Sha256Hash hash = new();
        byte[] buffer = new byte[ReadBytes];
        for (int count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            hash.Append(buffer.AsSpan(0, count));
        return hash.FinishHex();
    }

    /// <summary>Takes in more bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        int filled = (int)(_length % BlockBytes);
        _length += (ulong)bytes.Length;
        if (filled > 0)
        {
            int taken = Math.Min(BlockBytes - filled, bytes.Length);
            bytes[..taken].CopyTo(_block.AsSpan(filled));
            bytes = bytes[taken..];
            if (filled + taken < BlockBytes)
                return;

            Compress(_block);
        }

        for (; bytes.Length >= BlockBytes; bytes = bytes[BlockBytes..])
            Compress(bytes[..BlockBytes]);
        bytes.CopyTo(_block);
    }

    /// <summary>Ends the message; the digest in lower-case hexadecimal. The object is of no further use.</summary>
    public string FinishHex()
    {
        ulong bits = _length * 8;
        int filled = (int)(_length % BlockBytes);

        // A one bit, zeros, and the length in the last eight bytes of a block.
        int padding = (filled < BlockBytes - 8 ? BlockBytes : 2 * BlockBytes) - filled;
        Span<byte> end = stackalloc byte[2 * BlockBytes];
        end.Clear();
        end[0] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(end[(padding - 8)..], bits);
        Append(end[..padding]);

        Span<byte> digest = stackalloc byte[DigestBytes];
        for (int i = 0; i < _state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(digest[(4 * i)..], _state[i]);
        return Convert.ToHexStringLower(digest);
    }

    private void Compress(ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (int i = 0; i < 16; i++)
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
        for (int i = 16; i < w.Length; i++)
        {
            uint near = w[i - 2], far = w[i - 15];
            uint s0 = BitOperations.RotateRight(far, 7) ^ BitOperations.RotateRight(far, 18) ^ (far >> 3);
            uint s1 = BitOperations.RotateRight(near, 17) ^ BitOperations.RotateRight(near, 19) ^ (near >> 10);
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }

        uint a = _state[0], b = _state[1], c = _state[2], d = _state[3];
        uint e = _state[4], f = _state[5], g = _state[6], h = _state[7];
        ReadOnlySpan<uint> k = Constants;
        for (int i = 0; i < w.Length; i++)
        {
            uint sum1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            uint first = h + sum1 + ((e & f) ^ (~e & g)) + k[i] + w[i];
            uint sum0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            uint second = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e) = (g, f, e, d + first);
            (d, c, b, a) = (c, b, a, first + second);
        }

        _state[0] += a;
        _state[1] += b;
        _state[2] += c;
        _state[3] += d;
        _state[4] += e;
        _state[5] += f;
        _state[6] += g;
        _state[7] += h;
    }
}
