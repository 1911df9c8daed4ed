using FaceFusion.Node.Engine;

namespace FaceFusion.Node.Tests.Engine;

/// <summary>Each identity is warned of once.</summary>
public sealed class IdentityWarningsTests
{
    [Fact]
    public void A_file_is_warned_of_once_for_what_it_shows()
    {
        string file = Guid.NewGuid().ToString();
        Assert.Null(IdentityWarnings.Take(file, []));
        Assert.Equal("One. Two.", IdentityWarnings.Take(file, ["One.", "Two."]));
        Assert.Null(IdentityWarnings.Take(file, ["One.", "Two."]));
        Assert.Equal("Three.", IdentityWarnings.Take(file, ["Three."]));
        Assert.Equal("Three.", IdentityWarnings.Take(file + "2", ["Three."]));
    }

    [Fact]
    public void The_clip_is_warned_of_once_whatever_its_frames_show_until_another_is_connected()
    {
        IdentityWarnings.ForgetClip();
        Assert.Equal("Turned by 40 degrees.", IdentityWarnings.Take("", ["Turned by 40 degrees."]));
        Assert.Null(IdentityWarnings.Take("", ["Turned by 41 degrees."]));
        IdentityWarnings.ForgetClip();
        Assert.Equal("Turned by 42 degrees.", IdentityWarnings.Take("", ["Turned by 42 degrees."]));
    }
}
