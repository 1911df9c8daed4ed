using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about two real numbers.</summary>
public sealed class Double2DParamDescriptor : ValueParamDescriptor<Double2DParamDescriptor>
{
    internal Double2DParamDescriptor(PropertySet properties)
        : base(properties, animates: true) => Range(0, 1);

    /// <summary>Sets the default.</summary>
    /// <param name="x">The first number.</param>
    /// <param name="y">The second number.</param>
    public Double2DParamDescriptor Default(double x, double y) => SetDoubles(OfxParamProps.kOfxParamPropDefault, x, y);

    /// <summary>Sets what can be entered for either number, and the slider to the same; both are always written.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    public Double2DParamDescriptor Range(double minimum, double maximum)
    {
        SetDoubles(OfxParamProps.kOfxParamPropMin, minimum, minimum);
        SetDoubles(OfxParamProps.kOfxParamPropMax, maximum, maximum);
        return DisplayRange(minimum, maximum);
    }

    /// <summary>Sets the slider, when it shows less than the <see cref="Range"/>.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    public Double2DParamDescriptor DisplayRange(double minimum, double maximum)
    {
        SetDoubles(OfxParamProps.kOfxParamPropDisplayMin, minimum, minimum);
        return SetDoubles(OfxParamProps.kOfxParamPropDisplayMax, maximum, maximum);
    }

    /// <summary>Sets what the numbers mean, for instance a position that the host draws a handle for.</summary>
    /// <param name="type">One of <see cref="OfxValues"/>' kOfxParamDoubleType….</param>
    public Double2DParamDescriptor Type(string type) => SetString(OfxParamProps.kOfxParamPropDoubleType, type);

    /// <summary>Sets whether the default is in canonical units or in fractions of the project.</summary>
    /// <param name="coordinates"><see cref="OfxValues.kOfxParamCoordinatesCanonical"/> or <see cref="OfxValues.kOfxParamCoordinatesNormalised"/>.</param>
    public Double2DParamDescriptor DefaultCoordinates(string coordinates) => SetString(OfxParamProps.kOfxParamPropDefaultCoordinateSystem, coordinates);
}
