"""Words that every PDF is made of (ISO 32000): alone they name nobody, though some are called Root or Link."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMES = _words(
    """
    AA AIS AP AS AcroForm Action ActualText Adobe Adobe-Identity-UCS Adobe-UCS After All AllOn Alt
    Alternate Anchor Annot Annots Arial ArtBox Artifact Ascent Aside Author AvgWidth BBox BC BG BS
    Background BaseFont BaseState BaseVersion Before BibEntry Bibliography BitsPerComponent BlackIs1
    BleedBox Block BlockQuote Border Both Bottom Bounds Btn CA CF CIDFontType0 CIDFontType0C
    CIDFontType2 CIDSet CIDSystemInfo CIDToGIDMap CMap CMapName CNS1 CS CalGray CalRGB CapHeight Caption
    Catalog Category Center CharProcs CharSet Circle ClassMap Code Color ColorSpace Colors Columns
    Contents Coords Count Courier CreationDate Creator CropBox D DA DCTDecode DR DV DW DW2 Date Decode
    DecodeParms Desc DescendantFonts Descent Dest Dests DeviceCMYK DeviceGray DeviceN DeviceRGB
    Differences DisplayDocTitle Div Document Domain Duration EF Em EmbeddedFile EmbeddedFiles Encode
    Encoding Encrypt End Event ExtGState Extends Extensions FDF FT Fields Figure FileAttachment Filespec
    Filter First FirstChar Fit FitH Flags FlateDecode Font FontBBox FontDescriptor FontFamily FontFile
    FontFile2 FontFile3 FontMatrix FontName FontStretch FontWeight Form FormType Formula FreeText
    Function FunctionType Functions GB1 GoTo GoToR Group Head Header Height Helvetica Hidden Highlight
    ICCBased ID IDTree Identity Identity-H Identity-V Image ImageB ImageC ImageI ImageMask Index Indexed
    Info Ink Inline Intent Interpolate ItalicAngle Japan1 JavaScript K Keywords Kids Korea1 L LBody LI
    LZWDecode Lang Last LastChar LastModified Layer Layout Lbl Leading Left Length Length1 Length2
    Length3 Limits Line LineHeight Linearized Link List ListNumbering MMType1 Mac MacRomanEncoding
    MarkInfo Marked Mask Matrix MaxWidth MediaBox Metadata MissingWidth ModDate Name Names
    NeedAppearances Next NonStruct None Normal Note Number Nums OBJR OC OCG OCGs OCProperties OS Off On
    Open OpenAction Opt Order Ordering Outlines OutputIntent OutputIntents P PScript Page PageLabels
    PageLayout PageMode Pages Pagination Panose Parent ParentTree ParentTreeNextKey Part Pattern
    PatternType Perms Placement Popup Prev PrevPage Print PrintState Private ProcSet Producer Properties
    Quote Range Rect Ref Reference Registry Resources Right Role RoleMap Root Rotate Row RowSpan Rows
    Ruby SMask Screen Sect Separation Shading ShadingType Sig Size Span Square Squiggly Stamp
    StandardEncoding Start StemH StemV StmF StrF StrikeOut Strong StructElem StructParent StructParents
    StructTreeRoot Style Sub Subject Subtype Summary Supplement Suspects Symbol TBody TD TFoot TH THead
    TOC TOCI TR TU Table Tabs Text Thumb Times Times-Roman Title ToUnicode Top Trans Transparency
    Trapped TrimBox True TrueType Tx Type Type0 Type1 Type1C Type3 UCS UF UR URI Underline Unknown
    UserUnit V Version VerticesPerRow View ViewState ViewerPreferences W W2 WMode Warichu WhitePoint
    Widget Width Widths WinAnsiEncoding XFA XHeight XML XObject XRef XRefStm XStep XYZ YStep Zapf
    ZapfDingbats
    """
)
