using FaceFusion.Cli.Layers;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Layers;

public sealed class LayerTargetTests
{
    [Fact]
    public void A_folder_holds_numbered_files_and_the_script()
    {
        LayerTarget target = LayerTarget.Parse("shot/layers", 12);
        Assert.Equal(Path.Combine("shot/layers", "layers.0101.exr"), target.PictureOf(101));
        Assert.Equal(Path.Combine("shot/layers", "layers.0101.json"), target.DataOf(101));
        Assert.Equal(Path.GetFullPath("shot/layers/layers.####.json"), target.DataPattern);
        Assert.Equal(Path.GetFullPath("shot/layers/stabilise.nk"), target.Script);
    }

    [Theory]
    [InlineData("out/face_%03d.exr", "out/face_007.exr")]
    [InlineData("out/face_##.exr", "out/face_07.exr")]
    [InlineData("##.exr", "07.exr")]
    public void A_pattern_names_the_files(string pattern, string expected)
    {
        LayerTarget target = LayerTarget.Parse(pattern, 3);
        Assert.Equal(expected, target.PictureOf(7));
        Assert.Equal(Path.ChangeExtension(expected, ".json"), target.DataOf(7));
        Assert.Equal(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(pattern)!, "stabilise.nk")), target.Script);
    }

    [Fact]
    public void One_frame_may_do_without_a_number()
    {
        Assert.Equal("out/one.exr", LayerTarget.Parse("out/one.exr", 1).PictureOf(4));
        Render.Fails("out/one.exr", () => LayerTarget.Parse("out/one.exr", 2));
        Render.Fails("layers.####.png", () => LayerTarget.Parse("layers.####.png", 2));
    }

    [Fact]
    public void A_frame_is_there_when_both_its_files_are()
    {
        using TemporaryFolder folder = new();
        LayerTarget target = LayerTarget.Parse(folder.Path, 2);
        target.Put(target.PictureOf(1), stream => stream.WriteByte(1));
        Assert.False(target.Exists(1));
        target.Put(target.DataOf(1), stream => stream.WriteByte(1));
        Assert.True(target.Exists(1));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void What_is_cut_short_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        LayerTarget target = LayerTarget.Parse(folder.Path, 2);
        Render.Fails(target.PictureOf(1), () => target.Put(target.PictureOf(1), stream => throw new IOException("no space")));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
