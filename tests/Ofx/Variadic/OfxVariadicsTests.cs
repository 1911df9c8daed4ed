using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Variadic;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Ofx.Tests.Variadic;

/// <summary>Both directions of the C shim against each other: what a plug-in passes is what a host gets.</summary>
public sealed unsafe class OfxVariadicsTests
{
    private static readonly OfxVariadicFunctions Functions = OfxVariadics.Offer(new OfxVariadicCallbacks
    {
        DescribeParam = &Describe,
        ParamGetValue = &GetValue,
        ParamGetValueAtTime = &GetValueAtTime,
        ParamGetDerivative = &GetDerivative,
        ParamGetIntegral = &GetIntegral,
        ParamSetValue = &SetValue,
        ParamSetValueAtTime = &SetValueAtTime,
        Message = &Message,
    });

    [ThreadStatic]
    private static string? _lastMessage;

    [Fact]
    public void Doubles_set_by_the_plugin_arrive_in_the_host()
    {
        Prop.ForAll<double, double, int>((a, b, n) =>
        {
            int count = (Math.Abs(n % 4)) + 1;
            using Param param = new(OfxParamValueKind.Double, count);
            double[] values = [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? a + i : b - i)];
            double[] read = new double[count];

            Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamSetDoubles(Functions.ParamSetValue, param.Handle, values));
            Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamGetValue(Functions.ParamGetValue, param.Handle, read.AsSpan()));

            Assert.Equal(values, read);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ints_set_at_a_time_arrive_with_the_time()
    {
        Prop.ForAll<int, int, int>((a, b, t) =>
        {
            using Param param = new(OfxParamValueKind.Int, 3);
            int[] values = [a, b, a ^ b];
            int[] read = new int[3];

            Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamSetIntsAtTime(Functions.ParamSetValueAtTime, param.Handle, t, values));
            Assert.Equal(t, param.Time);
            Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamGetValueAtTime(Functions.ParamGetValueAtTime, param.Handle, t + 0.5, read.AsSpan()));
            Assert.Equal(t + 0.5, param.Time);

            Assert.Equal(values, read);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Strings_travel_as_pointers()
    {
        using Param param = new(OfxParamValueKind.Pointer, 1);
        byte* text = Utf8.Permanent("Grüße");
        nint[] read = new nint[1];

        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamSetPointer(Functions.ParamSetValue, param.Handle, text));
        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamGetValue(Functions.ParamGetValue, param.Handle, read.AsSpan()));

        Assert.Equal("Grüße", Utf8.Read((byte*)read[0]));
    }

    [Fact]
    public void Derivative_and_integral_are_told_apart()
    {
        using Param param = new(OfxParamValueKind.Double, 2);
        double[] read = new double[2];

        OfxVariadics.ParamGetValueAtTime(Functions.ParamGetDerivative, param.Handle, 7, read.AsSpan());
        Assert.Equal([7.0, 8.0], read);
        OfxVariadics.ParamGetIntegral(Functions.ParamGetIntegral, param.Handle, 3, 10, read.AsSpan());
        Assert.Equal([7.0, 14.0], read);
    }

    [Fact]
    public void Every_thread_gets_its_own_doubles()
    {
        Parallel.For(0, 64, i =>
        {
            using Param param = new(OfxParamValueKind.Double, 4);
            double[] read = new double[4];
            for (int n = 0; n < 200; n++)
            {
                double[] values = [i, n, i + (n * 0.25), -n];
                OfxVariadics.ParamSetDoublesAtTime(Functions.ParamSetValueAtTime, param.Handle, n, values);
                OfxVariadics.ParamGetValue(Functions.ParamGetValue, param.Handle, read.AsSpan());
                Assert.Equal(values, read);
            }
        });
    }

    [Theory]
    [InlineData("a plain sentence")]
    [InlineData("100 % of %s and %n survive")]
    [InlineData("")]
    public void A_message_is_no_format(string text)
    {
        byte* type = Utf8.Permanent(OfxMessageTypes.kOfxMessageError);

        OfxStatus status = OfxVariadics.Message(Functions.Message, null, type, null, Utf8.Permanent(text));

        Assert.Equal(OfxStatus.kOfxStatOK, status);
        Assert.Equal(text, _lastMessage);
    }

    [Fact]
    public void A_long_message_is_not_cut()
    {
        string text = new('x', 100_000);
        OfxVariadics.Message(Functions.Message, null, Utf8.Permanent("t"), null, Utf8.Permanent(text));
        Assert.Equal(text, _lastMessage);
    }

    [Fact]
    public void What_is_missing_is_answered_not_called()
    {
        using Param param = new(OfxParamValueKind.Double, 1);

        Assert.Equal(OfxStatus.kOfxStatErrMissingHostFeature, OfxVariadics.ParamSetDoubles(0, param.Handle, 1.0));
        Assert.Equal(
            OfxStatus.kOfxStatErrMissingHostFeature,
            OfxVariadics.Message(Functions.SetPersistentMessage, null, Utf8.Permanent("t"), null, Utf8.Permanent("x")));
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, OfxVariadics.ParamSetDoubles(Functions.ParamSetValue, default, 1.0));
    }

    [Fact]
    public void More_values_than_a_parameter_can_have_are_an_error()
    {
        using Param param = new(OfxParamValueKind.Double, 4);
        Assert.Equal(OfxStatus.kOfxStatErrValue, OfxVariadics.ParamSetDoubles(Functions.ParamSetValue, param.Handle, 1, 2, 3, 4, 5));
    }

    private static Param? Find(OfxParamHandle handle) =>
        handle.IsNull ? null : (Param?)GCHandle.FromIntPtr(handle.Value).Target;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Describe(OfxParamHandle handle, OfxParamValueKind* kind, int* count)
    {
        if (Find(handle) is not { } param)
            return OfxStatus.kOfxStatErrBadHandle;

        *kind = param.Kind;
        *count = param.Values.Length;
        return OfxStatus.kOfxStatOK;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetValue(OfxParamHandle handle, void** targets, int count) => Write(Find(handle)!, targets, count);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetValueAtTime(OfxParamHandle handle, double time, void** targets, int count)
    {
        Find(handle)!.Time = time;
        return Write(Find(handle)!, targets, count);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetDerivative(OfxParamHandle handle, double time, void** targets, int count)
    {
        for (int i = 0; i < count; i++)
            *(double*)targets[i] = time + i;

        return OfxStatus.kOfxStatOK;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetIntegral(OfxParamHandle handle, double from, double to, void** targets, int count)
    {
        for (int i = 0; i < count; i++)
            *(double*)targets[i] = (to - from) * (i + 1);

        return OfxStatus.kOfxStatOK;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetValue(OfxParamHandle handle, OfxVariadicValue* values, int count)
    {
        new ReadOnlySpan<OfxVariadicValue>(values, count).CopyTo(Find(handle)!.Values);
        return OfxStatus.kOfxStatOK;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SetValueAtTime(OfxParamHandle handle, double time, OfxVariadicValue* values, int count)
    {
        Find(handle)!.Time = time;
        new ReadOnlySpan<OfxVariadicValue>(values, count).CopyTo(Find(handle)!.Values);
        return OfxStatus.kOfxStatOK;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Message(void* handle, byte* type, byte* id, byte* text)
    {
        _lastMessage = Utf8.Read(text);
        return OfxStatus.kOfxStatOK;
    }

    private static OfxStatus Write(Param param, void** targets, int count)
    {
        for (int i = 0; i < count; i++)
        {
            switch (param.Kind)
            {
                case OfxParamValueKind.Int:
                    *(int*)targets[i] = param.Values[i].Int;
                    break;
                case OfxParamValueKind.Double:
                    *(double*)targets[i] = param.Values[i].Double;
                    break;
                default:
                    *(nint*)targets[i] = param.Values[i].Pointer;
                    break;
            }
        }

        return OfxStatus.kOfxStatOK;
    }

    private sealed class Param : IDisposable
    {
        private GCHandle _self;

        public Param(OfxParamValueKind kind, int count)
        {
            Kind = kind;
            Values = new OfxVariadicValue[count];
            _self = GCHandle.Alloc(this);
        }

        public OfxParamValueKind Kind { get; }

        public OfxVariadicValue[] Values { get; }

        public double Time { get; set; }

        public OfxParamHandle Handle => new(GCHandle.ToIntPtr(_self));

        public void Dispose() => _self.Free();
    }
}
