using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Variadic;
using FsCheck;
using FsCheck.Fluent;
using static FaceFusion.Host.Tests.Suites.SuiteAccess;

namespace FaceFusion.Host.Tests.Suites;

/// <summary>The variadic suite functions, called as the plug-in side of the Ofx room calls them.</summary>
public sealed unsafe class VariadicTests : ProbedInstance
{
    [Theory]
    [InlineData("int1", 1)]
    [InlineData("int2", 2)]
    [InlineData("int3", 3)]
    public void Any_integers_come_back(string name, int count) => Prop.ForAll<int, int, int>((x, y, z) =>
    {
        int[] values = [.. new[] { x, y, z }.Take(count)], back = new int[count];
        OfxParamHandle param = Instance.Params[name].Handle;
        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamSetInts(Suites.Parameter->paramSetValue, param, values));
        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamGetValue<int>(Suites.Parameter->paramGetValue, param, back));
        Assert.Equal(values, back);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("double1", 1)]
    [InlineData("double2", 2)]
    [InlineData("double3", 3)]
    [InlineData("rgb", 3)]
    [InlineData("rgba", 4)]
    public void Any_doubles_come_back_to_the_bit(string name, int count) => Prop.ForAll<NormalFloat, NormalFloat, NormalFloat>((x, y, z) =>
    {
        double[] values = [.. new[] { x.Get, y.Get, z.Get, x.Get / 3 }.Take(count)], back = new double[count];
        OfxParamHandle param = Instance.Params[name].Handle;
        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamSetDoubles(Suites.Parameter->paramSetValue, param, values));
        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamGetValueAtTime<double>(Suites.Parameter->paramGetValueAtTime, param, 3, back));
        Assert.Equal(values, back);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("string", "Gruß 顔")]
    [InlineData("custom", "")]
    [InlineData("strchoice", "third")]
    public void Texts_come_back(string name, string text)
    {
        OfxParamHandle param = Instance.Params[name].Handle;
        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamSetPointer(Suites.Parameter->paramSetValue, param, Native(text)));
        Span<nint> back = [0];
        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamGetValue(Suites.Parameter->paramGetValue, param, back));
        Assert.Equal(text, Marshal.PtrToStringUTF8(back[0]));
    }

    [Fact]
    public void Bytes_come_back()
    {
        OfxParamHandle param = Instance.Params["bytes"].Handle;
        byte[] data = [0, 1, 255];
        fixed (byte* first = data)
        {
            var bytes = new OfxBytes { data = first, length = 3 };
            Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamSetPointer(Suites.Parameter->paramSetValue, param, &bytes));
        }

        Span<OfxBytes> back = [default];
        Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamGetValue(Suites.Parameter->paramGetValue, param, back));
        Assert.Equal(data, new ReadOnlySpan<byte>(back[0].data, (int)back[0].length).ToArray());
    }

    [Fact]
    public void A_number_beyond_the_range_is_held_at_its_end()
    {
        OfxParamHandle gain = Instance.Params["gain"].Handle;
        Span<double> back = [-1];
        foreach ((double given, double held) in new[] { (99.0, 10.0), (-1.0, 0.0), (double.NaN, 0.0), (3.0, 3.0) })
        {
            Assert.Equal(OfxStatus.kOfxStatOK, OfxVariadics.ParamSetDoubles(Suites.Parameter->paramSetValue, gain, given));
            OfxVariadics.ParamGetValue(Suites.Parameter->paramGetValue, gain, back);
            Assert.Equal(held, back[0]);
        }
    }

    [Fact]
    public void What_a_type_has_not_is_unsupported()
    {
        OfxParamHandle whole = Instance.Params["int1"].Handle, group = Instance.Params["group"].Handle, text = Instance.Params["string"].Handle;
        Span<double> real = [0];
        Assert.Equal(OfxStatus.kOfxStatErrUnsupported, OfxVariadics.ParamGetValueAtTime(Suites.Parameter->paramGetDerivative, whole, 0, real));
        Assert.Equal(OfxStatus.kOfxStatErrUnsupported, OfxVariadics.ParamGetIntegral(Suites.Parameter->paramGetIntegral, text, 0, 1, real));
        Assert.Equal(OfxStatus.kOfxStatErrUnsupported, OfxVariadics.ParamSetInts(Suites.Parameter->paramSetValue, group, 1));
        Assert.Equal(OfxStatus.kOfxStatErrUnsupported, OfxVariadics.ParamSetPointerAtTime(Suites.Parameter->paramSetValueAtTime, text, 0, Native("x")));
        Assert.Equal(OfxStatus.kOfxStatErrValue, OfxVariadics.ParamSetPointer(Suites.Parameter->paramSetValue, text, null));
    }

    [Fact]
    public void Any_wrong_handle_is_a_bad_handle() => Prop.ForAll<long>(number =>
    {
        var param = new OfxParamHandle((nint)number);
        Span<int> value = [0];
        return Instance.Params.Any(known => known.Handle == param)
            || (OfxVariadics.ParamGetValue(Suites.Parameter->paramGetValue, param, value) == OfxStatus.kOfxStatErrBadHandle
                && OfxVariadics.ParamSetInts(Suites.Parameter->paramSetValue, param, 1) == OfxStatus.kOfxStatErrBadHandle
                && OfxVariadics.Message(Suites.Message->message, (void*)(number == 0 ? 1 : number), Native("t"), null, Native("x"))
                    == OfxStatus.kOfxStatErrBadHandle);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Percent_signs_in_a_message_survive()
    {
        void* effect = (void*)Instance.Handle.Value;
        OfxVariadics.Message(Suites.Message->message, effect, Native(OfxMessageTypes.kOfxMessageLog), null, Native("100% of %s %n"));
        Assert.Equal("100% of %s %n", Instance.Messages.Last?.Text);
    }

    [Fact]
    public void A_message_of_no_effect_and_no_call_can_not_be_posted() =>
        Assert.Equal(
            OfxStatus.kOfxStatFailed,
            OfxVariadics.Message(Suites.Message->message, null, Native(OfxMessageTypes.kOfxMessageLog), null, Native("lost")));
}
