using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.EndToEnd;

/// <summary>People of a shot who are named on the command line.</summary>
public sealed class PeopleTests : IDisposable
{
    private const int Side = 400;

    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public void One_person_is_replaced_and_the_other_stays()
    {
        byte[] plate = Plate(), result = Render("one.png", "--identity", Composite("m_easian"), "--person", Person("063"));
        Assert.True(Same(plate, result, place: 0));
        Assert.False(Same(plate, result, place: 1));
    }

    [SkippableFact]
    public void Two_people_are_replaced_in_one_pass_each_as_if_alone()
    {
        string left = $"{Person("022")}={Composite("m_easian")}", right = $"{Person("063")}={Composite("m_white")}";
        byte[] plate = Plate(), both = Render("both.png", "--replace", left, "--replace", right);
        byte[] leftAlone = Render("left.png", "--replace", left), rightAlone = Render("right.png", "--replace", right);
        Assert.True(Same(leftAlone, both, place: 0) && Same(rightAlone, both, place: 1));
        Assert.True(Same(plate, leftAlone, place: 1) && Same(plate, rightAlone, place: 0));
        Assert.False(Same(plate, both, place: 0) || Same(plate, both, place: 1));
    }

    [SkippableFact]
    public void A_person_without_a_face_and_half_a_replacement_are_told()
    {
        Plate();
        string wall = _folder.File("wall.png");
        Ffmpeg.Make("-f", "lavfi", "-i", "color=gray:s=200x200", "-frames:v", "1", wall);
        Clone.Outcome nobody = Run("nobody.png", "--identity", Composite("m_easian"), "--person", wall);
        Assert.Equal(1, nobody.Code);
        Assert.Contains("There is no face in the identity", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("wall.png", nobody.Error, StringComparison.Ordinal);

        Clone.Outcome half = Run("half.png", "--replace", "anna.jpg");
        Assert.Equal(2, half.Code);
        Assert.Contains("'anna.jpg' names no replacement; write PERSON=IDENTITY, two pictures", half.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("nobody.png")) || File.Exists(_folder.File("half.png")));
    }

    public void Dispose() => _folder.Dispose();

    private static string Composite(string name) => SharedMaterial.Require($"pictures/composite/{name}.jpg");

    private static string Person(string name) => SharedMaterial.Require($"pictures/london_smiling/{name}.jpg");

    // Two people side by side, by other photos than those they are named by.
    private byte[] Plate()
    {
        Ffmpeg.Make(
            "-i", SharedMaterial.Require("pictures/london_neutral/022.jpg"), "-i", SharedMaterial.Require("pictures/london_neutral/063.jpg"),
            "-filter_complex", $"[0:v]scale={Side}:{Side}[a];[1:v]scale={Side}:{Side}[b];[a][b]hstack,format=rgb24", "-frames:v", "1", _folder.File("plate.png"));
        return Ffmpeg.Decode(_folder.File("plate.png"), "rgb24");
    }

    private Clone.Outcome Run(string output, params string[] arguments) =>
        Clone.Run(SharedMaterial.Require("models"), ["render", _folder.File("plate.png"), "-o", _folder.File(output), "--quiet", .. arguments]);

    private byte[] Render(string output, params string[] arguments)
    {
        Clone.Outcome outcome = Run(output, arguments);
        Assert.True(outcome.Code == 0, outcome.Error);
        return Ffmpeg.Decode(_folder.File(output), "rgb24");
    }

    private static bool Same(byte[] a, byte[] b, int place)
    {
        for (int y = 0; y < Side; y++)
        {
            int start = 3 * ((2 * Side * y) + (Side * place));
            if (!a.AsSpan(start, 3 * Side).SequenceEqual(b.AsSpan(start, 3 * Side)))
                return false;
        }

        return true;
    }
}
