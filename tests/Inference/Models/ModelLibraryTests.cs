using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests.Models;

public sealed class ModelLibraryTests : IDisposable
{
    private readonly TemporaryFolder _first = new();
    private readonly TemporaryFolder _second = new();

    [Fact]
    public void A_file_with_the_right_content_is_found()
    {
        string path = _second.Write(TestManifest.FileName, TestManifest.Content);
        ModelFile file = Library().Require(TestManifest.Id);
        Assert.Equal(path, file.Path);
        Assert.Equal(TestManifest.Content.Length, file.Bytes);
        Assert.Equal(TestManifest.Id, file.Name);
        Assert.True(Library().TryFind(TestManifest.Id, out ModelFile? found));
        Assert.Equal(path, found.Path);
    }

    [Fact]
    public void The_first_folder_comes_first()
    {
        _second.Write(TestManifest.FileName, TestManifest.Content);
        string path = _first.Write(TestManifest.FileName, TestManifest.Content);
        Assert.Equal(path, Library().Require(TestManifest.Id).Path);
    }

    [Fact]
    public void A_wrong_file_does_not_hide_the_right_one_in_a_later_folder()
    {
        _first.Write(TestManifest.FileName, "wrong"u8);
        string path = _second.Write(TestManifest.FileName, TestManifest.Content);
        Assert.Equal(path, Library().Require(TestManifest.Id).Path);
    }

    [Fact]
    public void A_missing_file_is_named_with_the_folders_and_the_remedy()
    {
        Assert.Equal(
            $"The tiny face detector 'tiny.onnx' is not in '{_first.Path}', '{_second.Path}'; run 'facefusion models add FILE', or set FACEFUSION_MODELS to the folder that holds it.",
            Assert.Throws<ModelException>(() => Library().Require(TestManifest.Id)).Message);
        Assert.False(Library().TryFind(TestManifest.Id, out _));
    }

    [Fact]
    public void A_model_that_can_be_done_without_may_be_missing_but_not_wrong()
    {
        Assert.Null(Library().FindOptional(TestManifest.Id));
        string path = _first.Write(TestManifest.FileName, "wrong"u8);
        Assert.Contains(path, Assert.Throws<ModelException>(() => Library().FindOptional(TestManifest.Id)).Message, StringComparison.Ordinal);
        path = _second.Write(TestManifest.FileName, TestManifest.Content);
        Assert.Equal(path, Library().FindOptional(TestManifest.Id)?.Path);
        Assert.Throws<ModelException>(() => Library().FindOptional("unknown"));
    }

    [Fact]
    public void Fetching_is_a_remedy_where_there_is_a_source()
    {
        ModelLibrary library = new([_first.Path], TestManifest.Create("https://example.org/tiny.onnx"));
        Assert.Contains("or 'facefusion models fetch tiny'", Assert.Throws<ModelException>(() => library.Require(TestManifest.Id)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_length_is_named()
    {
        string path = _first.Write(TestManifest.FileName, "wrong"u8);
        Assert.StartsWith(
            $"The file '{path}' is not the tiny face detector (it has 5 bytes instead of 1000); run ",
            Assert.Throws<ModelException>(() => Library().Require(TestManifest.Id)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_hash_is_named()
    {
        byte[] altered = [.. TestManifest.Content];
        altered[500] ^= 1;
        string path = _first.Write(TestManifest.FileName, altered);
        Assert.StartsWith(
            $"The file '{path}' is not the tiny face detector (its SHA-256 is another); run ",
            Assert.Throws<ModelException>(() => Library().Require(TestManifest.Id)).Message,
            StringComparison.Ordinal);
        Assert.False(Library().TryFind(TestManifest.Id, out _));
    }

    [Fact]
    public void A_file_that_is_replaced_is_read_again()
    {
        string path = _first.Write(TestManifest.FileName, TestManifest.Content);
        Library().Require(TestManifest.Id);
        byte[] altered = [.. TestManifest.Content];
        altered[0] ^= 1;
        File.WriteAllBytes(path, altered);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));
        Assert.Throws<ModelException>(() => Library().Require(TestManifest.Id));
    }

    [Fact]
    public void What_was_found_is_taken_again_as_long_as_it_holds_the_model()
    {
        ModelLibrary library = Library();
        string later = _second.Write(TestManifest.FileName, TestManifest.Content);
        ModelFile found = library.Require(TestManifest.Id);
        string earlier = _first.Write(TestManifest.FileName, TestManifest.Content);
        Assert.Same(found, library.Require(TestManifest.Id));
        Assert.True(library.TryFind(TestManifest.Id, out ModelFile? again));
        Assert.Same(found, again);

        byte[] altered = [.. TestManifest.Content];
        altered[0] ^= 1;
        File.WriteAllBytes(later, altered);
        File.SetLastWriteTimeUtc(later, DateTime.UtcNow.AddMinutes(1));
        Assert.Equal(earlier, library.Require(TestManifest.Id).Path);

        File.Delete(earlier);
        Assert.Throws<ModelException>(() => library.Require(TestManifest.Id));
        Assert.False(library.TryFind(TestManifest.Id, out _));
    }

    [Fact]
    public void Verifying_reads_the_file_even_when_nothing_seems_to_have_changed()
    {
        string path = _first.Write(TestManifest.FileName, TestManifest.Content);
        DateTime written = File.GetLastWriteTimeUtc(path);
        Assert.Equal(ModelState.Present, Assert.Single(Library().Verify()).State);

        byte[] altered = [.. TestManifest.Content];
        altered[0] ^= 1;
        File.WriteAllBytes(path, altered);
        File.SetLastWriteTimeUtc(path, written);
        Assert.Equal(ModelState.WrongHash, Assert.Single(Library().Verify(TestManifest.Id)).State);
        Assert.Equal(ModelState.WrongHash, Assert.Single(Library().List()).State);
    }

    [Fact]
    public void The_list_says_how_each_model_stands_and_where()
    {
        ModelStatus missing = Assert.Single(Library().List());
        Assert.Equal((TestManifest.Id, ModelState.Missing, null), (missing.Entry.Id, missing.State, missing.Path));

        string path = _first.Write(TestManifest.FileName, TestManifest.Content);
        ModelStatus present = Assert.Single(Library().List());
        Assert.Equal((TestManifest.Id, ModelState.Present, path), (present.Entry.Id, present.State, present.Path));
    }

    [Fact]
    public void Unknown_ids_are_refused()
    {
        Assert.Throws<ModelException>(() => Library().Require("other"));
        Assert.Throws<ModelException>(() => Library().Verify("other"));
        Assert.False(Library().TryFind("other", out _));
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private ModelLibrary Library() => new([_first.Path, _second.Path], TestManifest.Create());
}
