using System.Globalization;
using System.Net;
using FaceFusion.Host.Description;
using FaceFusion.Host.Parameters;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Cli.Commands.Descriptions.Panels;

/// <summary>A parameter as the control that hosts show for it.</summary>
internal static class PanelControl
{
    private static readonly string[] Axes = ["x", "y", "z"], Channels = ["r", "g", "b", "a"];

    /// <summary>The control, as HTML.</summary>
    public static string Html(ParamDescription param) => param.Type switch
    {
        OfxParamTypes.kOfxParamTypeBoolean => $"<input type=checkbox{(param.Default.Numbers[0] != 0 ? " checked" : "")}>",
        OfxParamTypes.kOfxParamTypeChoice => Choice(param, (int)param.Default.Numbers[0]),
        OfxParamTypes.kOfxParamTypeStrChoice => Choice(param, selected: 0),
        OfxParamTypes.kOfxParamTypePushButton => $"<button type=button>{Text(param.Label)}</button>",
        OfxParamTypes.kOfxParamTypeInteger or OfxParamTypes.kOfxParamTypeDouble => Slider(param),
        _ => param.Shape.Kind switch
        {
            ParamKind.Integer or ParamKind.Real => Fields(param),
            ParamKind.Text => TextField(param),
            _ => "<span class=none>no control</span>",
        },
    };

    /// <summary>What the line under a control tells: name in scripts, range, default, whether it takes keys.</summary>
    public static string Facts(ParamDescription param)
    {
        List<string> facts = [$"<code>{Text(param.Name)}</code>"];
        if (param.Shape.Kind is ParamKind.Integer or ParamKind.Real && param.Options.Count == 0 && param.Type != OfxParamTypes.kOfxParamTypeBoolean)
        {
            facts.Add($"default {Text(param.Default.ToString())}");
            if (param.Range.Count > 0 && param.Range.Any(range => IsBounded(range.Least) || IsBounded(range.Greatest)))
                facts.Add($"{Number(param.Range[0].Least)} to {Number(param.Range[0].Greatest)}");
        }

        if (param.Animates && param.Shape.Kind != ParamKind.None)
            facts.Add("takes keys");
        return string.Join(" · ", facts);
    }

    /// <summary>Text as HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Choice(ParamDescription param, int selected)
    {
        IEnumerable<string> options = param.Options.Select((option, index) => $"<option{(index == selected ? " selected" : "")}>{Text(option)}</option>");
        return $"<select>{string.Concat(options)}</select>";
    }

    /// <summary>A field, and a slider over the display range where there is one.</summary>
    private static string Slider(ParamDescription param)
    {
        string value = param.Default.Numbers[0].ToString(CultureInfo.InvariantCulture);
        string field = $"<input type=number value=\"{value}\" step=any>";
        if (PanelTree.Numbers(param, OfxParamProps.kOfxParamPropDisplayMin) is not [var least] || !IsBounded(least)
            || PanelTree.Numbers(param, OfxParamProps.kOfxParamPropDisplayMax) is not [var most] || !IsBounded(most))
            return field;

        string step = param.Shape.Kind == ParamKind.Integer ? "1" : "any";
        return field + string.Create(CultureInfo.InvariantCulture, $"<input type=range min=\"{least}\" max=\"{most}\" step=\"{step}\" value=\"{value}\">");
    }

    private static string Fields(ParamDescription param)
    {
        bool isColour = param.Type is OfxParamTypes.kOfxParamTypeRGB or OfxParamTypes.kOfxParamTypeRGBA;
        string[] names = isColour ? Channels : Axes;
        List<string> fields = [];
        for (int i = 0; i < param.Default.Numbers.Length; i++)
            fields.Add(string.Create(CultureInfo.InvariantCulture, $"<label class=part>{names[i]}<input type=number value=\"{param.Default.Numbers[i]}\" step=any></label>"));
        return string.Concat(fields);
    }

    private static string TextField(ParamDescription param)
    {
        string value = Text(param.Default.ToString());
        return PanelTree.Texts(param, OfxParamProps.kOfxParamPropStringMode) switch
        {
            [OfxValues.kOfxParamStringIsFilePath] or [OfxValues.kOfxParamStringIsDirectoryPath] => $"<input type=text value=\"{value}\"><button type=button>Browse…</button>",
            [OfxValues.kOfxParamStringIsMultiLine] or [OfxValues.kOfxParamStringIsRichTextFormat] => $"<textarea rows=3>{value}</textarea>",
            [OfxValues.kOfxParamStringIsLabel] => $"<span class=text>{value}</span>",
            _ => $"<input type=text value=\"{value}\">",
        };
    }

    /// <summary>What isn't set is the type's own limit.</summary>
    private static bool IsBounded(double value) => double.IsFinite(value) && Math.Abs(value) < int.MaxValue;

    private static string Number(double value) => IsBounded(value) ? value.ToString("0.######", CultureInfo.InvariantCulture) : "any";
}
