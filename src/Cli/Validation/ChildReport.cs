using FaceFusion.Host.Validation;

namespace FaceFusion.Cli.Validation;

/// <summary>
/// What a validating process tells, line by line into a file, so that nothing is lost when the plug-in ends the process:
/// a word, a tab, the rest.
/// </summary>
internal sealed class ChildReport : IValidationSink, IDisposable
{
    private const string DoingWord = "doing", ActionWord = "action", FindingWord = "finding", DoneWord = "done";

    private readonly Lock _gate = new();
    private readonly StreamWriter _file;

    /// <summary>Begins a report.</summary>
    /// <param name="path">The file.</param>
    public ChildReport(string path) => _file = new StreamWriter(path) { AutoFlush = true, NewLine = "\n" };

    /// <inheritdoc/>
    public void Doing(string what) => Line(DoingWord, what);

    /// <inheritdoc/>
    public void Sending(string action) => Line(ActionWord, action);

    /// <inheritdoc/>
    public void Found(Finding finding) =>
        Line(FindingWord, finding.Severity.ToString(), finding.Rule, finding.Plugin, finding.Text);

    /// <summary>Tells that everything was tried.</summary>
    public void Done() => Line(DoneWord);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Reads a report, complete or not.</summary>
    public static ChildOutcome Read(string path)
    {
        List<Finding> findings = [];
        string doing = "starting", action = "";
        bool done = false;
        foreach (string[] words in File.ReadLines(path).Select(line => line.Split('\t')))
        {
            switch (words)
            {
                case [DoingWord, var what]:
                    (doing, action) = (what, "");
                    break;
                case [ActionWord, var name]:
                    action = name;
                    break;
                case [FindingWord, var severity, var rule, var plugin, var text] when Enum.TryParse(severity, out Severity parsed):
                    findings.Add(new Finding(parsed, rule, plugin, text));
                    break;
                case [DoneWord]:
                    done = true;
                    break;
                default:
                    // The line that was being written when the process ended.
                    break;
            }
        }

        return new ChildOutcome(findings, doing, action, done);
    }

    private void Line(params ReadOnlySpan<string> words)
    {
        var cleaned = new string[words.Length];
        for (int i = 0; i < words.Length; i++)
            cleaned[i] = words[i].Replace('\t', ' ').ReplaceLineEndings(" ");
        lock (_gate)
            _file.WriteLine(string.Join('\t', cleaned));
    }
}
