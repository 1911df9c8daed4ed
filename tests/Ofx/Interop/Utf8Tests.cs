using FaceFusion.Ofx.Interop;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Ofx.Tests.Interop;

public sealed unsafe class Utf8Tests
{
    [Fact]
    public void Text_without_zeros_survives_the_round_trip()
    {
        Prop.ForAll<NonNull<string>>(text =>
        {
            string given = new([.. text.Get.Where(c => c != '\0' && !char.IsSurrogate(c))]);
            Assert.Equal(given, Utf8.Read(Utf8.Permanent(given)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Equal_texts_have_one_permanent_copy_on_every_thread()
    {
        nint[] found = new nint[64];
        Parallel.For(0, found.Length, i => found[i] = (nint)Utf8.Permanent(string.Concat("one ", "text")));
        Assert.Single(found.Distinct());
    }

    [Fact]
    public void Null_reads_as_null() => Assert.Null(Utf8.Read(null));

    [Fact]
    public void An_allocated_copy_is_terminated()
    {
        byte* copy = Utf8.Allocate("é");
        Assert.Equal([0xC3, 0xA9, 0], new ReadOnlySpan<byte>(copy, 3).ToArray());
        Utf8.Free(copy);
    }
}
