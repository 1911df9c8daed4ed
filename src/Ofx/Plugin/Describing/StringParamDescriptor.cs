using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;

namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a plug-in tells a host about a text.</summary>
public sealed class StringParamDescriptor : ValueParamDescriptor<StringParamDescriptor>
{
    internal StringParamDescriptor(PropertySet properties)
        : base(properties, animates: false)
    {
    }

    /// <summary>Sets the default.</summary>
    /// <param name="value">The text; not beginning with "@", which one host takes for a file name.</param>
    public StringParamDescriptor Default(string value) => SetString(OfxParamProps.kOfxParamPropDefault, value);

    /// <summary>Sets what the text is edited with.</summary>
    /// <param name="mode">The editor.</param>
    public StringParamDescriptor Mode(StringMode mode) => SetString(OfxParamProps.kOfxParamPropStringMode, mode switch
    {
        StringMode.MultiLine => OfxValues.kOfxParamStringIsMultiLine,
        StringMode.FilePath => OfxValues.kOfxParamStringIsFilePath,
        StringMode.DirectoryPath => OfxValues.kOfxParamStringIsDirectoryPath,
        StringMode.Label => OfxValues.kOfxParamStringIsLabel,
        _ => OfxValues.kOfxParamStringIsSingleLine,
    });

    /// <summary>Sets whether a file that is browsed for must exist.</summary>
    /// <param name="mustExist">Whether it must.</param>
    public StringParamDescriptor FileMustExist(bool mustExist) => SetBool(OfxParamProps.kOfxParamPropStringFilePathExists, mustExist);
}
