using System.Globalization;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>Reads a parameter's value from text, as a command line gives it.</summary>
internal static class ParamText
{
    private static readonly Dictionary<string, int> Truth = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = 1, ["yes"] = 1, ["on"] = 1, ["1"] = 1,
        ["false"] = 0, ["no"] = 0, ["off"] = 0, ["0"] = 0,
    };

    /// <summary>The value a text stands for; null when it stands for none.</summary>
    public static ParamValue? Parse(PropertyBag properties, string type, ParamShape shape, string text) => type switch
    {
        OfxParamTypes.kOfxParamTypeBoolean => Truth.TryGetValue(text.Trim(), out int truth) ? ParamValue.OfIntegers(truth) : null,
        OfxParamTypes.kOfxParamTypeChoice => Choice(properties.GetTexts(OfxParamProps.kOfxParamPropChoiceOption), text.Trim()),
        _ => shape.Kind switch
        {
            ParamKind.Integer => Integers(text),
            ParamKind.Real => Reals(text),
            ParamKind.Text => ParamValue.OfText(text),
            ParamKind.Bytes => Bytes(text.Trim()),
            _ => null,
        },
    };

    private static ParamValue? Choice(IReadOnlyList<string> options, string text)
    {
        for (int i = 0; i < options.Count; i++)
        {
            if (string.Equals(options[i], text, StringComparison.OrdinalIgnoreCase))
                return ParamValue.OfIntegers(i);
        }

        return Integers(text);
    }

    private static ParamValue? Integers(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        var numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        return ParamValue.OfIntegers(numbers);
    }

    private static ParamValue? Reals(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        var numbers = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        return ParamValue.OfReals(numbers);
    }

    private static ParamValue? Bytes(string text)
    {
        bool hexadecimal = text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
        return hexadecimal ? ParamValue.OfBytes(Convert.FromHexString(text)) : null;
    }
}
