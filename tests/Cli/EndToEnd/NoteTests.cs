using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.EndToEnd;

/// <summary>What serves, but not well, is rendered with a note that says what would serve better.</summary>
public sealed class NoteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void A_face_too_small_for_the_starters_is_told_of_with_the_command_that_helps()
    {
        string plate = _folder.File("small.png");
        Ffmpeg.Make("-i", SharedMaterial.Require("pictures/london_neutral/022.jpg"), "-vf", "scale=44:44:flags=area,pad=160:120:60:40:gray,format=rgb24", "-frames:v", "1", plate);
        Directory.CreateDirectory(_folder.File("empty"));
        string note = Note(_folder.File("empty"), plate, Clone.Identity, "pixels high");
        Assert.Contains("for which the small networks that come with the node are weak; install the public ones with 'facefusion models ", note, StringComparison.Ordinal);

        Assert.DoesNotContain("note:", Render(SharedMaterial.Require("models"), plate, Clone.Identity), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void An_identity_with_several_faces_is_told_of()
    {
        string two = _folder.File("two.png");
        Ffmpeg.Make("-i", SharedMaterial.Require("pictures/composite/m_easian.jpg"), "-i", SharedMaterial.Require("pictures/composite/m_white.jpg"), "-filter_complex", "hstack,scale=1000:-2", "-frames:v", "1", two);
        Assert.Contains("The identity picture shows 2 faces, of which the largest is used; bring a photo of one face", Note(SharedMaterial.Require("models"), Person(), two, "faces"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_drawing_as_identity_is_told_of()
    {
        // A round face of one shade with eyes, nose and mouth.
        const string face = "lt(abs(hypot(X-200\\,Y-200)-140)\\,3)+lt(hypot(X-152\\,Y-168)\\,10)+lt(hypot(X-248\\,Y-168)\\,10)"
            + "+lt(abs(X-200)\\,3)*between(Y\\,180\\,224)+lt(abs(hypot(X-200\\,Y-208)-64)\\,3)*gt(Y\\,240)";
        string drawing = _folder.File("drawing.png");
        Ffmpeg.Make("-f", "lavfi", "-i", $"color=white:s=400x400,format=gray,geq=lum=255*(1-min(1\\,{face}))", "-frames:v", "1", drawing);
        Directory.CreateDirectory(_folder.File("empty"));
        Assert.EndsWith("The identity picture looks drawn, for its face is one shade; bring a photo.", Note(_folder.File("empty"), Person(), drawing, "drawn"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void An_identity_file_whose_consent_has_ended_is_told_of()
    {
        string file = _folder.File("someone.ffid"), models = SharedMaterial.Require("models");
        Clone.Outcome made = Clone.Run(models, "identity", "create", Clone.Identity, "-o", file, "--consent-of", "Nobody", "--consent-for", "a test", "--until", "2020-01-31");
        Assert.True(made.Code == 0, made.Error);
        Assert.Contains("the consent of Nobody ended on 2020-01-31; ask for another.", Note(models, Person(), file, "consent"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Person() => SharedMaterial.Require("pictures/london_neutral/022.jpg");

    private string Note(string models, string plate, string identity, string about) => Assert.Single(
        Render(models, plate, identity).Split('\n'), line => line.StartsWith("facefusion: note: ", StringComparison.Ordinal) && line.Contains(about, StringComparison.Ordinal));

    // What it said on the way.
    private string Render(string models, string plate, string identity)
    {
        Clone.Outcome outcome = Clone.Run(models, "render", plate, "--identity", identity, "-o", _folder.File("out.png"), "--overwrite", "--quiet");
        Assert.True(outcome.Code == 0, outcome.Error);
        return outcome.Error;
    }
}
