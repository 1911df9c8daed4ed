namespace FaceFusion.Gpu.Ptx;

/// <summary>
/// What instructions compute, as the PTX ISA 7.0 says (section 9.7). Registers are 64 bits wide here; those of 32 bits hold
/// theirs in the lower half, predicates are 0 or 1.
/// </summary>
internal static class PtxArithmetic
{
    private delegate ulong Binary(ulong a, ulong b);

    /// <summary>The operation of an instruction: registers and the operands' places; null for one that isn't known.</summary>
    /// <param name="opcode">With its modifiers.</param>
    public static Action<ulong[], int[]>? Find(string opcode) =>
        Unary(opcode) is { } unary ? (r, s) => r[s[0]] = unary(r[s[1]])
        : Pair(opcode) is { } pair ? (r, s) => r[s[0]] = pair(r[s[1]], r[s[2]])
        : Triple(opcode);

    private static Func<ulong, ulong>? Unary(string opcode) => opcode switch
    {
        "mov.b32" or "mov.f32" or "mov.b64" or "mov.pred" or "cvta.to.global.u64" => a => a,
        "neg.f32" => a => Bits(-F(a)),
        "neg.s32" => a => (uint)-(int)a,
        "neg.s64" => a => (ulong)-(long)a,
        "not.pred" => a => a ^ 1,
        "rcp.rn.f32" => a => Bits(1 / F(a)),
        "sqrt.rn.f32" => a => Bits(MathF.Sqrt(F(a))),
        "cvt.s64.s32" => a => (ulong)(int)a,
        "cvt.s32.s64" or "cvt.u32.u64" => a => (uint)a,
        "cvt.s32.u16" or "cvt.u16.u32" => a => (ushort)a,
        "cvt.s32.u8" or "cvt.u8.u32" => a => (byte)a,
        "cvt.rn.f32.s32" => a => Bits((int)a),
        "cvt.rn.f32.s64" => a => Bits((long)a),
        "cvt.rn.f32.u32" => a => Bits((uint)a),
        "cvt.rzi.s32.f32" => a => (uint)Truncated(F(a)),
        _ => null,
    };

    private static Binary? Pair(string opcode) => opcode switch
    {
        "add.rn.f32" => (a, b) => Bits(F(a) + F(b)),
        "sub.rn.f32" => (a, b) => Bits(F(a) - F(b)),
        "mul.rn.f32" => (a, b) => Bits(F(a) * F(b)),
        "div.rn.f32" => (a, b) => Bits(F(a) / F(b)),
        "add.s32" => (a, b) => (uint)((int)a + (int)b),
        "sub.s32" => (a, b) => (uint)((int)a - (int)b),
        "mul.lo.s32" => (a, b) => (uint)((int)a * (int)b),
        "mul.wide.u32" => (a, b) => (ulong)(uint)a * (uint)b,
        "add.s64" or "add.u64" => (a, b) => a + b,
        "sub.s64" => (a, b) => a - b,
        "mul.lo.s64" => (a, b) => a * b,
        "and.b32" or "and.b64" or "and.pred" => (a, b) => a & b,
        "or.b32" or "or.b64" or "or.pred" => (a, b) => a | b,
        "xor.b32" or "xor.b64" or "xor.pred" => (a, b) => a ^ b,
        "shl.b32" => (a, b) => (uint)b > 31 ? 0 : (uint)a << (int)b,
        "shl.b64" => (a, b) => (uint)b > 63 ? 0 : a << (int)b,
        "shr.s32" => (a, b) => (uint)((int)a >> (int)Math.Min((uint)b, 31)),
        "shr.s64" => (a, b) => (ulong)((long)a >> (int)Math.Min((uint)b, 63)),
        _ => opcode.StartsWith("setp.", StringComparison.Ordinal) ? Comparison(opcode) : null,
    };

    private static Action<ulong[], int[]>? Triple(string opcode) => opcode switch
    {
        "mad.lo.u64" => (r, s) => r[s[0]] = (r[s[1]] * r[s[2]]) + r[s[3]],
        "selp.b32" or "selp.b64" => (r, s) => r[s[0]] = r[s[3]] != 0 ? r[s[1]] : r[s[2]],
        _ => null,
    };

    private static Binary? Comparison(string opcode)
    {
        string[] parts = opcode.Split('.');
        return parts[2] switch
        {
            "f32" => FloatComparison(parts[1]),
            "s32" => Ordered(parts[1], (a, b) => ((int)a).CompareTo((int)b)),
            "u32" => Ordered(parts[1], (a, b) => ((uint)a).CompareTo((uint)b)),
            "s64" => Ordered(parts[1], (a, b) => ((long)a).CompareTo((long)b)),
            _ => null,
        };
    }

    private static Binary? Ordered(string relation, Func<ulong, ulong, int> compare) => relation switch
    {
        "eq" => (a, b) => Bit(compare(a, b) == 0),
        "ne" => (a, b) => Bit(compare(a, b) != 0),
        "lt" => (a, b) => Bit(compare(a, b) < 0),
        "le" => (a, b) => Bit(compare(a, b) <= 0),
        "gt" => (a, b) => Bit(compare(a, b) > 0),
        "ge" => (a, b) => Bit(compare(a, b) >= 0),
        _ => null,
    };

    // Those with a u are also true where either is not a number.
    private static Binary? FloatComparison(string relation) => relation switch
    {
        "eq" => (a, b) => Bit(F(a) == F(b)),
        "ne" => (a, b) => Bit(F(a) < F(b) || F(a) > F(b)),
        "lt" => (a, b) => Bit(F(a) < F(b)),
        "le" => (a, b) => Bit(F(a) <= F(b)),
        "gt" => (a, b) => Bit(F(a) > F(b)),
        "ge" => (a, b) => Bit(F(a) >= F(b)),
        "equ" => (a, b) => Bit(!(F(a) < F(b) || F(a) > F(b))),
        "neu" => (a, b) => Bit(F(a) != F(b)),
        "ltu" => (a, b) => Bit(!(F(a) >= F(b))),
        "leu" => (a, b) => Bit(!(F(a) > F(b))),
        "gtu" => (a, b) => Bit(!(F(a) <= F(b))),
        "geu" => (a, b) => Bit(!(F(a) < F(b))),
        _ => null,
    };

    private static float F(ulong bits) => BitConverter.UInt32BitsToSingle((uint)bits);

    private static ulong Bits(float value) => BitConverter.SingleToUInt32Bits(value);

    private static ulong Bit(bool value) => value ? 1ul : 0;

    // Out of range the nearest integer, NaN 0.
    private static int Truncated(float value) =>
        float.IsNaN(value) ? 0 : value >= int.MaxValue ? int.MaxValue : value <= int.MinValue ? int.MinValue : (int)value;
}
