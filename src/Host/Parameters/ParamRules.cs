using System.Globalization;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>Which values a parameter takes.</summary>
internal static class ParamRules
{
    /// <summary>The value that a parameter starts with: its default property.</summary>
    public static unsafe ParamValue Default(PropertyBag properties, ParamShape shape, ProjectSettings project)
    {
        switch (shape.Kind)
        {
            case ParamKind.Integer:
                return ParamValue.OfIntegers([.. properties.GetIntegers(OfxParamProps.kOfxParamPropDefault)]);
            case ParamKind.Real:
                return ParamValue.OfReals(Spatial(properties, [.. properties.GetReals(OfxParamProps.kOfxParamPropDefault)], project));
            case ParamKind.Text:
                return ParamValue.OfText(properties.GetText(OfxParamProps.kOfxParamPropDefault));
            case ParamKind.Bytes:
                var bytes = (OfxBytes*)properties.GetPointer(OfxParamProps.kOfxParamPropDefault);
                return bytes is null || bytes->data is null
                    ? ParamValue.OfBytes([])
                    : ParamValue.OfBytes(new ReadOnlySpan<byte>(bytes->data, checked((int)bytes->length)));
            default:
                return ParamValue.None;
        }
    }

    /// <summary>Why a parameter can't take a value, as the end of a sentence; null when it can.</summary>
    public static string? Refusal(PropertyBag properties, string type, ParamShape shape, ParamValue value)
    {
        if (value.Kind != shape.Kind || (shape.Kind is ParamKind.Integer or ParamKind.Real && value.Numbers.Length != shape.Components))
            return $"takes {Describe(type, shape)}";

        for (int i = 0; i < value.Numbers.Length; i++)
        {
            (double least, double most) = Range(properties, type, shape, i);
            if (!(value.Numbers[i] >= least && value.Numbers[i] <= most))
                return $"takes values from {Text(least)} to {Text(most)}, not {Text(value.Numbers[i])}";
        }

        if (type == OfxParamTypes.kOfxParamTypeStrChoice)
        {
            IReadOnlyList<string> names = properties.GetTexts(OfxParamProps.kOfxParamPropChoiceEnum);
            if (names.Count > 0 && !names.Contains(value.Text))
                return $"takes one of {string.Join(", ", names)}, not '{value.Text}'";
        }

        return null;
    }

    /// <summary>The value nearest to the given one within the parameter's range; NaN becomes the range's start.</summary>
    public static ParamValue Clamp(PropertyBag properties, string type, ParamShape shape, ParamValue value)
    {
        if (shape.Kind is not (ParamKind.Integer or ParamKind.Real))
            return value;

        Span<double> numbers = stackalloc double[value.Numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            (double least, double most) = Range(properties, type, shape, i);
            double number = value.Numbers[i];
            numbers[i] = double.IsNaN(number) ? least : Math.Max(least, Math.Min(most, number));
        }

        return shape.Kind == ParamKind.Real ? ParamValue.OfReals(numbers) : ParamValue.OfIntegers(ToIntegers(numbers));
    }

    /// <summary>What a type's value is, for a message.</summary>
    public static string Describe(string type, ParamShape shape) => type switch
    {
        OfxParamTypes.kOfxParamTypeBoolean => "true or false",
        OfxParamTypes.kOfxParamTypeChoice => "an option's index or label",
        _ => shape switch
        {
            { Kind: ParamKind.Integer, Components: 1 } => "an integer",
            { Kind: ParamKind.Integer } => $"{shape.Components} integers separated by commas",
            { Kind: ParamKind.Real, Components: 1 } => "a number",
            { Kind: ParamKind.Real } => $"{shape.Components} numbers separated by commas",
            { Kind: ParamKind.Text } => "a text",
            { Kind: ParamKind.Bytes } => "bytes as hexadecimal digits",
            _ => "no value",
        },
    };

    private static (double Least, double Most) Range(PropertyBag properties, string type, ParamShape shape, int component)
    {
        if (type == OfxParamTypes.kOfxParamTypeBoolean)
            return (0, 1);
        if (type == OfxParamTypes.kOfxParamTypeChoice)
            return (0, Math.Max(0, properties.GetTexts(OfxParamProps.kOfxParamPropChoiceOption).Count - 1));

        return shape.Kind == ParamKind.Integer
            ? (properties.GetIntegers(OfxParamProps.kOfxParamPropMin)[component], properties.GetIntegers(OfxParamProps.kOfxParamPropMax)[component])
            : (properties.GetReals(OfxParamProps.kOfxParamPropMin)[component], properties.GetReals(OfxParamProps.kOfxParamPropMax)[component]);
    }

    /// <summary>A spatial default given in parts of the project, in canonical coordinates.</summary>
    private static double[] Spatial(PropertyBag properties, double[] value, ProjectSettings project)
    {
        if (properties.GetText(OfxParamProps.kOfxParamPropDefaultCoordinateSystem) != OfxValues.kOfxParamCoordinatesNormalised)
            return value;

        string kind = properties.GetText(OfxParamProps.kOfxParamPropDoubleType);
        (double Length, double Offset) horizontal = (project.Width, project.OffsetX), vertical = (project.Height, project.OffsetY);
        (double Length, double Offset)[] axes = kind switch
        {
            OfxValues.kOfxParamDoubleTypeX or OfxValues.kOfxParamDoubleTypeXAbsolute => [horizontal],
            OfxValues.kOfxParamDoubleTypeY or OfxValues.kOfxParamDoubleTypeYAbsolute => [vertical],
            OfxValues.kOfxParamDoubleTypeXY or OfxValues.kOfxParamDoubleTypeXYAbsolute => [horizontal, vertical],
            _ => [],
        };
        bool absolute = kind is OfxValues.kOfxParamDoubleTypeXAbsolute or OfxValues.kOfxParamDoubleTypeYAbsolute
            or OfxValues.kOfxParamDoubleTypeXYAbsolute;
        for (int i = 0; i < Math.Min(axes.Length, value.Length); i++)
            value[i] = (value[i] * axes[i].Length) + (absolute ? axes[i].Offset : 0);
        return value;
    }

    private static int[] ToIntegers(ReadOnlySpan<double> numbers)
    {
        var integers = new int[numbers.Length];
        for (int i = 0; i < integers.Length; i++)
            integers[i] = (int)numbers[i];
        return integers;
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
