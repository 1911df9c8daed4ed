using FaceFusion.Host;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Tests.Parameters;

/// <summary>A menu's choice means the same in a version whose menu has another order.</summary>
public sealed class StoredChoiceTests : IDisposable
{
    private readonly OfxBundle _bundle = NodeBinary.Open();
    private readonly HostedInstance _instance;
    private readonly Effect _effect;

    public StoredChoiceTests() => (_instance, _effect) = NodeBinary.Create(_bundle);

    private enum Later
    {
        Debug,
        Matte,
        Composite,
    }

    [Theory]
    [InlineData(0, "", 0)]
    [InlineData(1, "", 1)]
    [InlineData(0, "Composite 0", 2)]
    [InlineData(2, "Matte 2", 1)]
    [InlineData(1, "Composite 0", 1)]
    [InlineData(1, "Gone 1", 1)]
    [InlineData(1, "nonsense", 1)]
    [InlineData(1, "7 1", 1)]
    [InlineData(99, "", 0)]
    public void The_name_counts_as_long_as_the_menu_was_not_touched_since(int number, string kept, int expected) =>
        Assert.Equal((Later)expected, StoredChoice.Resolve<Later>(number, kept));

    [Fact]
    public void A_choice_is_kept_by_name_when_it_is_made()
    {
        _instance.Params["output"].Parse("Face matte");
        Assert.Equal("FaceMatte 4", _instance.Params["outputName"].Value.Text);
        Assert.Equal(OutputMode.FaceMatte, StoredChoice.Read<OutputMode>(_effect, "output", 1));
    }

    [Fact]
    public void A_project_of_a_version_with_another_order_gets_what_it_was_saved_with()
    {
        // As a host restores it: the number of that version's menu, and what was kept beside it.
        _instance.Params["output"].Set(1);
        _instance.Params["outputName"].Set("Debug 1");
        Assert.Equal(OutputMode.Debug, StoredChoice.Read<OutputMode>(_effect, "output", 1));
    }

    [Fact]
    public void In_whichever_order_the_host_restores_them()
    {
        _instance.Params["outputName"].Set("Debug 1");
        _instance.Params["output"].Set(1);
        Assert.Equal(OutputMode.Debug, StoredChoice.Read<OutputMode>(_effect, "output", 1));

        // Until the artist chooses.
        _instance.Params["output"].Set(2);
        Assert.Equal("Matte 2", _instance.Params["outputName"].Value.Text);
        _instance.Params["output"].Set(1);
        Assert.Equal("FaceLayer 1", _instance.Params["outputName"].Value.Text);
    }

    [Fact]
    public void The_reset_has_the_last_word()
    {
        _instance.Params["outputName"].Set("Debug 0");
        Assert.Equal(OutputMode.Debug, StoredChoice.Read<OutputMode>(_effect, "output", 1));
        _instance.Params["reset"].Press();
        Assert.Equal(OutputMode.Composite, StoredChoice.Read<OutputMode>(_effect, "output", 1));
    }

    public void Dispose()
    {
        _instance.Dispose();
        _bundle.Dispose();
    }
}
