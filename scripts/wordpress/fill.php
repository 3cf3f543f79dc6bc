<?php
/**
 * Installs WordPress and fills it with the items of a JSON file, under their own ids. Prints the application password
 * of the account `ana`. Usage: php fill.php WORDPRESS_FOLDER ITEMS.json URL
 */
[, $folder, $file, $url] = $argv;
define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Essai', 'ana', 'ana@essai.test', true, '', 'not-used');
update_option('home', $url);
update_option('siteurl', $url);
update_option('permalink_structure', '/%postname%/');
foreach (get_posts(['post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1]) as $post)
    wp_delete_post($post->ID, true);

kses_remove_filters();
foreach (json_decode(file_get_contents($file), true) as $item) {
    $id = wp_insert_post(wp_slash([
        'import_id' => $item['id'],
        'post_type' => $item['type'],
        'post_status' => $item['status'],
        'post_title' => $item['title'],
        'post_name' => $item['slug'],
        'post_content' => $item['content'],
        'post_excerpt' => $item['excerpt'],
        'post_date' => $item['date'],
        'post_date_gmt' => $item['dateGmt'],
        'post_password' => $item['password'],
        'post_parent' => $item['parent'],
        'menu_order' => $item['menuOrder'],
        'comment_status' => 'open',
        'post_author' => 1,
        'post_mime_type' => wp_check_filetype($item['attachmentUrl'])['type'] ?: '',
    ]));
    if ($id !== $item['id']) exit("item {$item['id']} became " . print_r($id, true));
    foreach ($item['meta'] as $key => $value) update_post_meta($id, $key, wp_slash(maybe_unserialize($value)));
    foreach ($item['terms'] as $term) {
        // A bare WordPress knows no series.
        if (!taxonomy_exists($term['taxonomy'])) continue;
        $known = get_term_by('slug', $term['slug'], $term['taxonomy']);
        $parent = $term['parent'] ? get_term_by('slug', $term['parent'], $term['taxonomy']) : null;
        $options = ['slug' => $term['slug'], 'parent' => $parent ? $parent->term_id : 0];
        $termId = $known ? $known->term_id : wp_insert_term($term['name'], $term['taxonomy'], $options)['term_id'];
        wp_set_object_terms($id, [$termId], $term['taxonomy'], true);
    }
}
flush_rewrite_rules();
echo WP_Application_Passwords::create_new_application_password(1, ['name' => 'chapo'])[0];
