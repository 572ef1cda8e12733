package org.maplebridge.kernel.imports;

/// A file somebody gives: a workbook or plain text, known by its first bytes and not by its name.
final class RegisterFile {

    static final int MOST_BYTES = 32 * 1024 * 1024;

    private RegisterFile() {}

    /// @throws Unreadable if nothing can be made of it
    static Grid parse(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new Unreadable("文件是空的。");
        }
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("文件太大，一次最多 " + MOST_BYTES / 1024 / 1024 + " MB，请分成几份再导入。");
        }
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
        boolean old = bytes.length > 7 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF;
        if (old) {
            throw new Unreadable("这是旧格式（.xls）或加了密码的文件。请用 Excel 打开，取消密码，另存为 .xlsx 再导入。");
        }
        var grid = zip ? ExcelFile.parse(name, bytes) : CsvFile.parse(name, bytes);
        if (grid.sheets().stream().allMatch(sheet -> sheet.lines().isEmpty())) {
            throw new Unreadable("文件里没有内容。");
        }
        return grid;
    }
}
