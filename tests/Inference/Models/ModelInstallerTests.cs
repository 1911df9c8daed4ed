using FaceFusion.Inference.Models;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests.Models;

public sealed class ModelInstallerTests : IDisposable
{
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _target = new();

    private string Folder => Path.Combine(_target.Path, "facefusion", "models");

    [Fact]
    public void A_known_file_of_any_name_is_copied_under_its_own_name()
    {
        ModelFile added = ModelInstaller.Add(_source.Write("download (1).bin", TestManifest.Content), TestManifest.Create(), Folder);
        Assert.Equal(Path.Combine(Folder, TestManifest.FileName), added.Path);
        Assert.Equal(TestManifest.Content, File.ReadAllBytes(added.Path));
        Assert.Equal([added.Path], Directory.GetFiles(Folder));
        Assert.True(new ModelLibrary([Folder], TestManifest.Create()).TryFind(TestManifest.Id, out _));
    }

    [Fact]
    public void A_read_only_file_becomes_a_copy_that_can_be_replaced()
    {
        string path = _source.Write("read-only.onnx", TestManifest.Content);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        ModelFile added = ModelInstaller.Add(path, TestManifest.Create(), Folder);
        Assert.False(File.GetAttributes(added.Path).HasFlag(FileAttributes.ReadOnly));
        File.SetAttributes(path, FileAttributes.Normal);
    }

    [Fact]
    public void A_damaged_file_in_its_place_is_replaced_and_a_whole_one_left_alone()
    {
        string given = _source.Write("given.onnx", TestManifest.Content);
        Directory.CreateDirectory(Folder);
        string target = Path.Combine(Folder, TestManifest.FileName);
        File.WriteAllText(target, "damaged");
        ModelInstaller.Add(given, TestManifest.Create(), Folder);
        Assert.Equal(TestManifest.Content, File.ReadAllBytes(target));

        DateTime written = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(target, written);
        ModelInstaller.Add(given, TestManifest.Create(), Folder);
        Assert.Equal(written, File.GetLastWriteTimeUtc(target));
    }

    [Fact]
    public void An_unknown_file_is_refused_and_nothing_written()
    {
        string given = _source.Write("holiday.jpg", "not a model"u8);
        ModelException failure = Assert.Throws<ModelException>(() => ModelInstaller.Add(given, TestManifest.Create(), Folder));
        Assert.StartsWith($"The file '{given}' is no model this version knows (SHA-256 ", failure.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        string given = _source.File("nowhere.onnx");
        Assert.Contains($"'{given}' does not exist", Assert.Throws<ModelException>(() => ModelInstaller.Add(given, TestManifest.Create(), Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_can_t_be_made_is_named()
    {
        string given = _source.Write("given.onnx", TestManifest.Content);
        string blocked = Path.Combine(_target.Write("file", "in the way"u8), "models");
        ModelException failure = Assert.Throws<ModelException>(() => ModelInstaller.Add(given, TestManifest.Create(), blocked));
        Assert.StartsWith($"The model file '{Path.Combine(blocked, TestManifest.FileName)}' can't be written (", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "its SHA-256 is another")]
    [InlineData(1, "it has 999 bytes instead of 1000")]
    public void What_is_not_the_model_gets_no_final_name(int missing, string difference)
    {
        byte[] content = TestManifest.Content[missing..];
        content[0] ^= 1;
        string aside = _source.Write("aside.part", content);
        string target = _target.File(TestManifest.FileName);
        Assert.Equal(difference, ModelInstaller.Commit(aside, target, TestManifest.Create().Models[0]));
        Assert.False(File.Exists(target));
    }

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }
}
