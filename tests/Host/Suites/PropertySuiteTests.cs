using System.Runtime.InteropServices;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;
using FsCheck;
using FsCheck.Fluent;
using static FaceFusion.Host.Tests.Suites.SuiteAccess;

namespace FaceFusion.Host.Tests.Suites;

public sealed unsafe class PropertySuiteTests : IDisposable
{
    private const string Whole = "whole", Reals = "reals", Word = "word", Words = "words", Address = "address", Wholes = "wholes";

    private readonly SuiteAccess _suites = new();
    private readonly PropertyBag _bag = new PropertyBag()
        .Integers(Whole, 7)
        .Reals(Reals, 1, 2)
        .Text(Word, "initial")
        .Texts(Words)
        .Varying(Wholes, PropertyKind.Integer)
        .Pointer(Address);

    private OfxPropertySuiteV1* Suite => _suites.Property;

    public void Dispose()
    {
        _bag.Dispose();
        _suites.Dispose();
    }

    [Fact]
    public void Any_integers_come_back() => Prop.ForAll<int[]>(values =>
    {
        fixed (int* first = values)
            Assert.Equal(OfxStatus.kOfxStatOK, Suite->propSetIntN(_bag.Handle, Native(Wholes), values.Length, first));

        int count;
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetDimension(_bag.Handle, Native(Wholes), &count));
        Assert.Equal(values.Length, count);
        var back = new int[values.Length];
        fixed (int* first = back)
            Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetIntN(_bag.Handle, Native(Wholes), values.Length, first));
        Assert.Equal(values, back);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_doubles_come_back_to_the_bit() => Prop.ForAll<double, double>((x, y) =>
    {
        double[] values = [x, y];
        double* back = stackalloc double[2];
        fixed (double* first = values)
            Assert.Equal(OfxStatus.kOfxStatOK, Suite->propSetDoubleN(_bag.Handle, Native(Reals), 2, first));
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetDouble(_bag.Handle, Native(Reals), 0, back));
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetDouble(_bag.Handle, Native(Reals), 1, back + 1));
        Assert.Equal(BitConverter.DoubleToInt64Bits(x), BitConverter.DoubleToInt64Bits(back[0]));
        Assert.Equal(BitConverter.DoubleToInt64Bits(y), BitConverter.DoubleToInt64Bits(back[1]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_comes_back() => Prop.ForAll<NonNull<string>>(given =>
    {
        // A C string ends at its first zero, and a lone surrogate has no UTF-8.
        string text = new([.. given.Get.Where(letter => letter != 0 && !char.IsSurrogate(letter))]);
        byte* back;
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propSetString(_bag.Handle, Native(Word), 0, Native(text)));
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetString(_bag.Handle, Native(Word), 0, &back));
        Assert.Equal(text, Marshal.PtrToStringUTF8((nint)back));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_string_handed_out_outlives_later_writes()
    {
        byte* early, late;
        Suite->propGetString(_bag.Handle, Native(Word), 0, &early);
        for (int i = 0; i < 50; i++)
            Suite->propSetString(_bag.Handle, Native(Word), 0, Native($"later {i}"));
        Suite->propGetString(_bag.Handle, Native(Word), 0, &late);

        Assert.Equal("initial", Marshal.PtrToStringUTF8((nint)early));
        Assert.Equal("later 49", Marshal.PtrToStringUTF8((nint)late));
    }

    [Fact]
    public void Reset_brings_the_default_back()
    {
        int value;
        Suite->propSetInt(_bag.Handle, Native(Whole), 0, -1);
        Suite->propSetString(_bag.Handle, Native(Words), 2, Native("third"));
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propReset(_bag.Handle, Native(Whole)));
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propReset(_bag.Handle, Native(Words)));
        Assert.Equal(OfxStatus.kOfxStatErrUnknown, Suite->propReset(_bag.Handle, Native("unheard of")));

        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetInt(_bag.Handle, Native(Whole), 0, &value));
        Assert.Equal(7, value);
        Suite->propGetDimension(_bag.Handle, Native(Words), &value);
        Assert.Equal(0, value);
    }

    [Fact]
    public void A_property_of_varying_dimension_grows_with_empty_elements()
    {
        byte* text;
        int count;
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propSetString(_bag.Handle, Native(Words), 2, Native("third")));
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetDimension(_bag.Handle, Native(Words), &count));
        Assert.Equal(3, count);
        Suite->propGetString(_bag.Handle, Native(Words), 0, &text);
        Assert.Equal(0, *text);
    }

    [Fact]
    public void Statuses_are_those_of_the_header()
    {
        int whole = 3;
        double real = 4;
        byte* text;
        byte* name = Native(Whole);
        int* two = stackalloc int[2];

        Assert.Equal(OfxStatus.kOfxStatErrUnknown, Suite->propSetInt(_bag.Handle, Native("unheard of"), 0, 1));
        Assert.Equal(OfxStatus.kOfxStatErrUnknown, Suite->propGetInt(_bag.Handle, Native("unheard of"), 0, &whole));
        Assert.Equal(OfxStatus.kOfxStatErrUnknown, Suite->propGetInt(_bag.Handle, null, 0, &whole));
        Assert.Equal(OfxStatus.kOfxStatErrUnknown, Suite->propSetDouble(_bag.Handle, name, 0, 1));
        Assert.Equal(OfxStatus.kOfxStatErrUnknown, Suite->propGetDouble(_bag.Handle, name, 0, &real));
        Assert.Equal(OfxStatus.kOfxStatErrUnknown, Suite->propGetString(_bag.Handle, name, 0, &text));
        Assert.Equal(OfxStatus.kOfxStatErrBadIndex, Suite->propSetInt(_bag.Handle, name, 1, 1));
        Assert.Equal(OfxStatus.kOfxStatErrBadIndex, Suite->propSetInt(_bag.Handle, name, -1, 1));
        Assert.Equal(OfxStatus.kOfxStatErrBadIndex, Suite->propGetInt(_bag.Handle, name, 1, &whole));
        Assert.Equal(OfxStatus.kOfxStatErrBadIndex, Suite->propSetInt(_bag.Handle, Native(Wholes), int.MaxValue, 1));
        Assert.Equal(OfxStatus.kOfxStatErrBadIndex, Suite->propGetIntN(_bag.Handle, name, 2, two));
        Assert.Equal(OfxStatus.kOfxStatErrBadIndex, Suite->propSetIntN(_bag.Handle, name, 2, two));
        Assert.Equal(OfxStatus.kOfxStatErrBadIndex, Suite->propSetIntN(_bag.Handle, Native(Wholes), -1, two));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suite->propSetString(_bag.Handle, Native(Word), 0, null));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suite->propGetInt(_bag.Handle, name, 0, null));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suite->propSetIntN(_bag.Handle, Native(Wholes), 2, null));
        Assert.Equal(3, whole);
    }

    [Fact]
    public void The_host_and_the_pictures_are_not_a_plugins_to_change()
    {
        byte* label;
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suite->propSetString(_suites.HostProperties, Native(OfxProps.kOfxPropLabel), 0, Native("mine")));
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suite->propReset(_suites.HostProperties, Native(OfxProps.kOfxPropLabel)));
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetString(_suites.HostProperties, Native(OfxProps.kOfxPropLabel), 0, &label));
        Assert.Equal(HostProfile.Modern.Label, Marshal.PtrToStringUTF8((nint)label));
    }

    [Fact]
    public void Any_wrong_handle_is_a_bad_handle()
    {
        nint[] known = [_bag.Handle.Value, _suites.HostProperties.Value];
        Prop.ForAll<long>(number =>
        {
            int value;
            var handle = new OfxPropertySetHandle((nint)number);
            return known.Contains(handle.Value)
                || (Suite->propGetInt(handle, Native(Whole), 0, &value) == OfxStatus.kOfxStatErrBadHandle
                    && Suite->propSetInt(handle, Native(Whole), 0, 1) == OfxStatus.kOfxStatErrBadHandle
                    && Suite->propReset(handle, Native(Whole)) == OfxStatus.kOfxStatErrBadHandle);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_withdrawn_set_is_a_bad_handle()
    {
        int value;
        var gone = new PropertyBag().Integers(Whole, 1);
        OfxPropertySetHandle handle = gone.Handle;
        Assert.Equal(OfxStatus.kOfxStatOK, Suite->propGetInt(handle, Native(Whole), 0, &value));
        gone.Dispose();
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, Suite->propGetInt(handle, Native(Whole), 0, &value));
    }

    [Fact]
    public void Eight_threads_read_and_write_one_set()
    {
        OfxPropertySuiteV1* suite = Suite;
        OfxPropertySetHandle handle = _bag.Handle;
        string[] words = [.. Enumerable.Range(0, 8).Select(i => new string((char)('a' + i), 100))];
        int torn = 0;
        Thread[] threads = [.. words.Select(word => new Thread(() =>
        {
            byte* name = Native(Word), own = Native(word);
            for (int i = 0; i < 2000; i++)
            {
                byte* read;
                suite->propSetString(handle, name, 0, own);
                suite->propGetString(handle, name, 0, &read);
                string text = Marshal.PtrToStringUTF8((nint)read)!;
                if (text.Length != 100 || text.Any(letter => letter != text[0]))
                    Interlocked.Increment(ref torn);
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Assert.Equal(0, torn);
    }
}
