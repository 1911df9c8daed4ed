using FaceFusion.Inference.Hashing;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests.Hashing;

/// <summary>A file is told by what it holds the bytes of, however it is reached.</summary>
public sealed class FileStampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_link_has_the_length_and_time_of_the_file_it_leads_to()
    {
        string file = _folder.Write("file", new byte[12345]), link = _folder.File("link"), further = _folder.File("further");
        File.CreateSymbolicLink(link, file);
        File.CreateSymbolicLink(further, link);
        FileStamp stamp = FileStamp.Of(file)!.Value;
        Assert.Equal(12345, stamp.Length);
        Assert.Equal(stamp with { Path = link }, FileStamp.Of(link));
        Assert.Equal(stamp with { Path = further }, FileStamp.Of(further));
    }

    [Fact]
    public void A_link_that_leads_nowhere_or_in_a_circle_is_no_file()
    {
        string nowhere = _folder.File("nowhere"), first = _folder.File("first"), second = _folder.File("second");
        File.CreateSymbolicLink(nowhere, _folder.File("missing"));
        File.CreateSymbolicLink(first, second);
        File.CreateSymbolicLink(second, first);
        Assert.Null(FileStamp.Of(nowhere));
        Assert.Null(FileStamp.Of(first));
        Assert.Null(FileStamp.Of(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
