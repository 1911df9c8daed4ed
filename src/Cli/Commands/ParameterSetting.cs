using System.CommandLine.Parsing;

namespace FaceFusion.Cli.Commands;

/// <summary>A parameter's value from the command line: <c>name=value</c>.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">Its value, as text.</param>
internal sealed record ParameterSetting(string Name, string Value)
{
    /// <summary>Reads the values of an option; text without <c>=</c> becomes an error of the option.</summary>
    public static ParameterSetting[] Parse(ArgumentResult result)
    {
        List<ParameterSetting> settings = [];
        foreach (Token token in result.Tokens)
        {
            int equals = token.Value.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                result.AddError($"'{token.Value}' sets nothing; write --set name=value");
                return [];
            }

            settings.Add(new(token.Value[..equals].Trim(), token.Value[(equals + 1)..]));
        }

        return [.. settings];
    }
}
