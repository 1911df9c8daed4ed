using FaceFusion.Host.Parameters;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Properties;

/// <summary>The property sets of parameters, by type (the Params… sets of the OpenFX property reference).</summary>
internal static class ParamProperties
{
    /// <summary>The set that a plug-in fills while describing.</summary>
    public static PropertyBag Descriptor(string name, string type, ParamShape shape)
    {
        PropertyBag bag = new PropertyBag()
            .Text(OfxProps.kOfxPropType, OfxValues.kOfxTypeParameter)
            .Text(OfxProps.kOfxPropName, name)
            .Text(OfxParamProps.kOfxParamPropType, type)
            .Text(OfxProps.kOfxPropLabel, name)
            .Text(OfxProps.kOfxPropShortLabel, name)
            .Text(OfxProps.kOfxPropLongLabel, name)
            .Define(OfxProps.kOfxPropIcon, PropertyValue.Of(string.Empty), PropertyValue.Of(string.Empty))
            .Text(OfxParamProps.kOfxParamPropHint)
            .Text(OfxParamProps.kOfxParamPropScriptName, name)
            .Text(OfxParamProps.kOfxParamPropParent)
            .Integers(OfxParamProps.kOfxParamPropSecret, 0)
            .Integers(OfxParamProps.kOfxParamPropEnabled, 1)
            .Pointer(OfxParamProps.kOfxParamPropDataPtr);

        Interaction(bag);
        if (type == OfxParamTypes.kOfxParamTypeGroup)
            bag.Integers(OfxParamProps.kOfxParamPropGroupOpen, 1);
        else if (type == OfxParamTypes.kOfxParamTypePage)
            bag.Texts(OfxParamProps.kOfxParamPropPageChild);

        if (shape.Kind != ParamKind.None)
            Value(bag, type, shape);
        return bag;
    }

    /// <summary>The set of an instance's parameter.</summary>
    public static PropertyBag Instance(PropertyBag descriptor) =>
        new PropertyBag().CopyFrom(descriptor).Text(OfxProps.kOfxPropType, OfxValues.kOfxTypeParameterInstance);

    private static void Interaction(PropertyBag bag) => bag
        .Pointer(OfxParamProps.kOfxParamPropInteractV1)
        .Reals(OfxParamProps.kOfxParamPropInteractSize, 0, 0)
        .Reals(OfxParamProps.kOfxParamPropInteractSizeAspect, 1)
        .Reals(OfxParamProps.kOfxParamPropInteractMinimumSize, 10, 10)
        .Integers(OfxParamProps.kOfxParamPropInteractPreferedSize, 10, 10)
        .Integers(OfxParamProps.kOfxParamPropHasHostOverlayHandle, 0)
        .Integers(OfxParamProps.kOfxParamPropUseHostOverlayHandle, 0);

    private static void Value(PropertyBag bag, string type, ParamShape shape)
    {
        bool animates = type is not (OfxParamTypes.kOfxParamTypeString or OfxParamTypes.kOfxParamTypeCustom
            or OfxParamTypes.kOfxParamTypeBytes or OfxParamTypes.kOfxParamTypeBoolean
            or OfxParamTypes.kOfxParamTypeChoice or OfxParamTypes.kOfxParamTypeStrChoice);
        bag.Integers(OfxParamProps.kOfxParamPropAnimates, animates ? 1 : 0)
            .Integers(OfxParamProps.kOfxParamPropIsAnimating, 0)
            .Integers(OfxParamProps.kOfxParamPropIsAutoKeying, 0)
            .Integers(OfxParamProps.kOfxParamPropPersistant, 1)
            .Integers(OfxParamProps.kOfxParamPropEvaluateOnChange, 1)
            .Integers(OfxParamProps.kOfxParamPropPluginMayWrite, 0)
            .Integers(OfxParamProps.kOfxParamPropCanUndo, 1)
            .Text(OfxParamProps.kOfxParamPropCacheInvalidation, OfxValues.kOfxParamInvalidateValueChange);

        switch (shape.Kind)
        {
            case ParamKind.Real:
                Reals(bag, type, shape.Components);
                break;
            case ParamKind.Integer:
                Integers(bag, type, shape.Components);
                break;
            case ParamKind.Text:
                Texts(bag, type);
                break;
            default:
                bag.Pointer(OfxParamProps.kOfxParamPropDefault);
                break;
        }
    }

    private static void Reals(PropertyBag bag, string type, int components)
    {
        bool colour = type is OfxParamTypes.kOfxParamTypeRGB or OfxParamTypes.kOfxParamTypeRGBA;
        bag.Reals(OfxParamProps.kOfxParamPropDefault, Repeat(0.0, components))
            .Reals(OfxParamProps.kOfxParamPropMin, Repeat(double.MinValue, components))
            .Reals(OfxParamProps.kOfxParamPropMax, Repeat(double.MaxValue, components))
            .Reals(OfxParamProps.kOfxParamPropDisplayMin, Repeat(colour ? 0.0 : double.MinValue, components))
            .Reals(OfxParamProps.kOfxParamPropDisplayMax, Repeat(colour ? 1.0 : double.MaxValue, components))
            .Reals(OfxParamProps.kOfxParamPropIncrement, 1)
            .Integers(OfxParamProps.kOfxParamPropDigits, 2);
        if (colour)
            return;

        bag.Text(OfxParamProps.kOfxParamPropDoubleType, OfxValues.kOfxParamDoubleTypePlain)
            .Text(OfxParamProps.kOfxParamPropDefaultCoordinateSystem, OfxValues.kOfxParamCoordinatesCanonical);
        if (components == 1)
            bag.Integers(OfxParamProps.kOfxParamPropShowTimeMarker, 0);
        else
            DimensionLabels(bag, components);
    }

    private static void Integers(PropertyBag bag, string type, int components)
    {
        bag.Integers(OfxParamProps.kOfxParamPropDefault, Repeat(0, components));
        if (type == OfxParamTypes.kOfxParamTypeChoice)
        {
            bag.Texts(OfxParamProps.kOfxParamPropChoiceOption)
                .Varying(OfxParamProps.kOfxParamPropChoiceOrder, PropertyKind.Integer);
            return;
        }

        if (type == OfxParamTypes.kOfxParamTypeBoolean)
            return;

        bag.Integers(OfxParamProps.kOfxParamPropMin, Repeat(int.MinValue, components))
            .Integers(OfxParamProps.kOfxParamPropMax, Repeat(int.MaxValue, components))
            .Integers(OfxParamProps.kOfxParamPropDisplayMin, Repeat(int.MinValue, components))
            .Integers(OfxParamProps.kOfxParamPropDisplayMax, Repeat(int.MaxValue, components));
        if (components > 1)
            DimensionLabels(bag, components);
    }

    private static void Texts(PropertyBag bag, string type)
    {
        bag.Text(OfxParamProps.kOfxParamPropDefault);
        switch (type)
        {
            case OfxParamTypes.kOfxParamTypeString:
                bag.Text(OfxParamProps.kOfxParamPropStringMode, OfxValues.kOfxParamStringIsSingleLine)
                    .Integers(OfxParamProps.kOfxParamPropStringFilePathExists, 1);
                break;
            case OfxParamTypes.kOfxParamTypeStrChoice:
                bag.Texts(OfxParamProps.kOfxParamPropChoiceOption)
                    .Texts(OfxParamProps.kOfxParamPropChoiceEnum);
                break;
            default:
                bag.Pointer(OfxParamProps.kOfxParamPropCustomInterpCallbackV1);
                break;
        }
    }

    private static void DimensionLabels(PropertyBag bag, int components)
    {
        string[] labels = ["x", "y", "z"];
        var elements = new PropertyValue[components];
        for (int i = 0; i < components; i++)
            elements[i] = PropertyValue.Of(labels[i]);
        bag.Define(OfxParamProps.kOfxParamPropDimensionLabel, elements);
    }

    private static T[] Repeat<T>(T value, int count)
    {
        var values = new T[count];
        Array.Fill(values, value);
        return values;
    }
}
