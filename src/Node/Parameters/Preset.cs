using System.Text.Json;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Parameters;

/// <summary>
/// A look as a JSON file: <c>{ "faceFusionPreset": 1, "values": { "shape": 0.8, "colourMethod": "Bands", … } }</c>.
/// Menus stand there by their options' names, so that presets survive another order of them.
/// </summary>
internal sealed class Preset
{
    private const string FormatProperty = "faceFusionPreset";
    private const string ValuesProperty = "values";
    private const int Format = 1;

    private readonly Dictionary<Setting, object> _values = [];

    /// <summary>Names in the file that this version has no parameter for.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>The look of a frame.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The frame.</param>
    public static Preset Read(Effect effect, double time)
    {
        Preset preset = new();
        foreach (Setting setting in Setting.All.Where(setting => setting.IsLook))
        {
            preset._values[setting] = setting.Kind switch
            {
                SettingKind.Flag => effect.BoolParam(setting.Name).GetAt(time),
                SettingKind.Menu => Menus.Find(setting.Name)!.Read(effect, time),
                _ => effect.DoubleParam(setting.Name).GetAt(time),
            };
        }

        return preset;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NodeException">It can't be read, is no preset, or holds a value that its parameter can't take.</exception>
    public static Preset Open(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            Preset preset = new();
            preset.Take(document.RootElement, path);
            return preset;
        }
        catch (JsonException failure)
        {
            throw new NodeException($"'{path}' is no JSON file; choose a preset that Save preset wrote.", failure);
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw new NodeException($"The preset '{path}' can't be read ({failure.Message}); choose another file.", failure);
        }
    }

    /// <summary>Writes the file aside and renames it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="NodeException">It can't be written.</exception>
    public void Write(string path)
    {
        try
        {
            AsideFile.Write(path, file =>
            {
                using Utf8JsonWriter json = new(file, new JsonWriterOptions { Indented = true });
                Write(json);
            });
        }
        catch (Exception failure) when (IsFileFailure(failure))
        {
            throw new NodeException($"The preset '{path}' can't be written ({failure.Message}); choose a folder that you may write to.", failure);
        }
    }

    /// <summary>Sets the parameters, without their keys.</summary>
    /// <param name="effect">The instance.</param>
    public void Apply(Effect effect)
    {
        foreach ((Setting setting, object value) in _values)
        {
            if (effect.TryParam(setting.Name) is not { } param)
                continue;
            param.DeleteAllKeys();
            switch (value)
            {
                case bool flag:
                    effect.BoolParam(setting.Name).Set(flag);
                    break;
                case string option:
                    Menus.Find(setting.Name)!.TryChoose(effect, option);
                    break;
                case double number:
                    (double least, double greatest) = Setting.Range(param);
                    effect.DoubleParam(setting.Name).Set(Math.Clamp(number, least, greatest));
                    break;
            }
        }
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber(FormatProperty, Format);
        json.WriteString("version", NodeNames.ProductVersion);
        json.WriteStartObject(ValuesProperty);
        foreach ((Setting setting, object value) in _values)
        {
            switch (value)
            {
                case bool flag:
                    json.WriteBoolean(setting.Name, flag);
                    break;
                case string option:
                    json.WriteString(setting.Name, option);
                    break;
                case double number:
                    json.WriteNumber(setting.Name, number);
                    break;
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Take(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(FormatProperty, out JsonElement format)
            || format.ValueKind != JsonValueKind.Number || !format.TryGetInt32(out int number) || !root.TryGetProperty(ValuesProperty, out JsonElement values)
            || values.ValueKind != JsonValueKind.Object)
        {
            throw new NodeException($"'{path}' is no FaceFusion preset; choose one that Save preset wrote.");
        }

        if (number != Format)
            throw new NodeException($"The preset '{path}' is of format {number}, and this version reads {Format}; update the plug-in or save the preset anew.");

        foreach (JsonProperty value in values.EnumerateObject())
        {
            if (Setting.All.FirstOrDefault(setting => setting.IsLook && setting.Name == value.Name) is { } setting)
                _values[setting] = Value(setting, value.Value, path);
            else
                Unknown.Add(value.Name);
        }
    }

    private static object Value(Setting setting, JsonElement value, string path) => (setting.Kind, value.ValueKind) switch
    {
        (SettingKind.Flag, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (SettingKind.Number, JsonValueKind.Number) when double.IsFinite(value.GetDouble()) => value.GetDouble(),
        (SettingKind.Menu, JsonValueKind.String) when Menus.Find(setting.Name)!.Has(value.GetString()!) => value.GetString()!,
        _ => throw new NodeException($"The preset '{path}' sets {setting.Name} to {value.GetRawText()}, which it can't be; correct or remove that line."),
    };

    private static bool IsFileFailure(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;
}
