using System.Numerics;
using FaceFusion.Inference.Hashing;

namespace FaceFusion.Inference.Signing;

/// <summary>
/// Verification of ECDSA signatures on the curve P-256 over SHA-256 (FIPS 186-5, SEC 1), without the system's cryptography
/// library, which may be missing inside a foreign host. Everything it works on is public: its time gives nothing away.
/// </summary>
public static class EcdsaP256
{
    /// <summary>The bytes of a coordinate, and of half a signature.</summary>
    private const int Bytes = 32;

    // SP 800-186, 3.2.1.3: the field, the order of the base point and the base point; a is −3.
    private static readonly BigInteger P = Number("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly BigInteger N = Number("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static readonly BigInteger B = Number("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static readonly Point Base = new(
        Number("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
        Number("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"),
        1);

    /// <summary>Whether a signature is a key's over a message.</summary>
    /// <param name="publicKey">The key's point: 32 bytes of x, 32 of y, most significant first.</param>
    /// <param name="message">The message.</param>
    /// <param name="signature">32 bytes of r, 32 of s, most significant first (IEEE P1363).</param>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != 2 * Bytes || signature.Length != 2 * Bytes)
            return false;

        Point key = new(Number(publicKey[..Bytes]), Number(publicKey[Bytes..]), 1);
        BigInteger r = Number(signature[..Bytes]), s = Number(signature[Bytes..]);
        if (!IsOnCurve(key) || r.IsZero || r >= N || s.IsZero || s >= N)
            return false;

        BigInteger digest = Number(Convert.FromHexString(Sha256Hash.HexOf(message)));
        BigInteger inverse = BigInteger.ModPow(s, N - 2, N), first = digest * inverse % N, second = r * inverse % N;
        Point sum = Add(Multiply(Base, first), Multiply(key, second));
        return !sum.Z.IsZero && Affine(sum) % N == r;
    }

    /// <summary>Whether a point is on the curve: what a key must be.</summary>
    /// <param name="publicKey">32 bytes of x, 32 of y, most significant first.</param>
    public static bool IsKey(ReadOnlySpan<byte> publicKey) =>
        publicKey.Length == 2 * Bytes && IsOnCurve(new Point(Number(publicKey[..Bytes]), Number(publicKey[Bytes..]), 1));

    private static bool IsOnCurve(Point point) =>
        point.X < P && point.Y < P && Mod(point.Y * point.Y - point.X * point.X * point.X + 3 * point.X - B).IsZero;

    // x = X / Z².
    private static BigInteger Affine(Point point)
    {
        BigInteger inverse = BigInteger.ModPow(point.Z, P - 2, P);
        return Mod(point.X * inverse * inverse);
    }

    private static Point Multiply(Point point, BigInteger factor)
    {
        Point sum = Point.Infinity;
        for (int bit = (int)factor.GetBitLength() - 1; bit >= 0; bit--)
        {
            sum = Double(sum);
            if (!((factor >> bit) & 1).IsZero)
                sum = Add(sum, point);
        }

        return sum;
    }

    // Jacobian coordinates, x = X / Z², y = Y / Z³; D. Bernstein and T. Lange, Explicit-Formulas Database, "dbl-2001-b".
    private static Point Double(Point point)
    {
        if (point.Z.IsZero || point.Y.IsZero)
            return Point.Infinity;

        BigInteger delta = Mod(point.Z * point.Z), gamma = Mod(point.Y * point.Y), beta = Mod(point.X * gamma);
        BigInteger alpha = Mod(3 * (point.X - delta) * (point.X + delta));
        BigInteger x = Mod(alpha * alpha - 8 * beta), sum = point.Y + point.Z;
        return new Point(x, Mod(alpha * (4 * beta - x) - 8 * gamma * gamma), Mod(sum * sum - gamma - delta));
    }

    // The same, "add-2007-bl" without its doublings.
    private static Point Add(Point a, Point b)
    {
        if (a.Z.IsZero)
            return b;
        if (b.Z.IsZero)
            return a;

        BigInteger za = Mod(a.Z * a.Z), zb = Mod(b.Z * b.Z);
        BigInteger ua = Mod(a.X * zb), ub = Mod(b.X * za), sa = Mod(a.Y * b.Z * zb), sb = Mod(b.Y * a.Z * za);
        BigInteger h = Mod(ub - ua), r = Mod(sb - sa);
        if (h.IsZero)
            return r.IsZero ? Double(a) : Point.Infinity;

        BigInteger square = Mod(h * h), cube = Mod(square * h), v = Mod(ua * square), x = Mod(r * r - cube - 2 * v);
        return new Point(x, Mod(r * (v - x) - sa * cube), Mod(a.Z * b.Z * h));
    }

    private static BigInteger Mod(BigInteger value)
    {
        BigInteger rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }

    private static BigInteger Number(string hexadecimal) => Number(Convert.FromHexString(hexadecimal));

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z)
    {
        public static Point Infinity => new(1, 1, 0);
    }
}
